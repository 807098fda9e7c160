using System.Net;
using SockJS.Diagnostics;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class FallbackTableTests
{
    private static readonly IPAddress s_address = IPAddress.Parse("192.0.2.1");

    private readonly ManualTimeProvider _time = new();
    private readonly FallbackTable _table;

    public FallbackTableTests() => _table = new FallbackTable(_time);

    [Fact]
    public void A_client_is_found_once_by_its_address_and_program()
    {
        _table.Failed(s_address, "browser", FallbackCause.SocketLost);

        Assert.False(_table.TryTake(IPAddress.Parse("192.0.2.2"), "browser", out _));
        Assert.False(_table.TryTake(s_address, "another", out _));
        Assert.True(_table.TryTake(IPAddress.Parse("192.0.2.1"), "browser", out var cause));
        Assert.Equal(FallbackCause.SocketLost, cause);
        Assert.False(_table.TryTake(s_address, "browser", out _));
    }

    [Fact]
    public void A_client_that_comes_late_has_not_fallen_back()
    {
        _table.Failed(s_address, "slow", FallbackCause.UpgradeRefused);
        _table.Failed(s_address, "slower", FallbackCause.UpgradeRefused);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(_table.TryTake(s_address, "slow", out _));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_table.TryTake(s_address, "slower", out _));
    }

    [Fact]
    public void However_many_fail_only_so_many_are_remembered_and_the_oldest_goes_first()
    {
        for (var i = 0; i < FallbackTable.Capacity + 1; i++)
            _table.Failed(s_address, $"browser {i}", FallbackCause.UpgradeRefused);

        Assert.Equal(FallbackTable.Capacity, _table.Count);
        Assert.False(_table.TryTake(s_address, "browser 0", out _));
        Assert.True(_table.TryTake(s_address, "browser 1", out _));
    }

    [Fact]
    public void A_client_that_fails_again_is_remembered_from_then_on()
    {
        _table.Failed(s_address, "browser", FallbackCause.UpgradeRefused);
        _time.Advance(TimeSpan.FromSeconds(20));
        _table.Failed(s_address, "browser", FallbackCause.UpgradeRefused);
        _time.Advance(TimeSpan.FromSeconds(20));
        _table.Failed(s_address, "another", FallbackCause.UpgradeRefused);

        Assert.True(_table.TryTake(s_address, "browser", out _));
    }

    [Fact]
    public void Those_that_are_over_are_forgotten_with_the_next()
    {
        _table.Failed(s_address, "one", FallbackCause.UpgradeRefused);
        _time.Advance(TimeSpan.FromMinutes(1));
        _table.Failed(s_address, "other", FallbackCause.UpgradeRefused);

        Assert.Equal(1, _table.Count);
    }
}
