using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionExpirationTests : IDisposable
{
    private static readonly TimeSpan s_sweep = TimeSpan.FromMilliseconds(500);

    private readonly SessionWorld _world = new(static options => options.DisconnectDelay = TimeSpan.FromHours(1));

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(SockJSTransports.WebSocket)]
    [InlineData(SockJSTransports.RawWebSocket)]
    [InlineData(SockJSTransports.XhrStreaming)]
    public async Task A_connection_is_closed_with_4401_once_the_authentication_of_its_user_has_expired(SockJSTransports transport)
    {
        var (session, sink) = await _world.ConnectAsync(transport);
        session.Renew(SessionWorld.Named("alice"), In(TimeSpan.FromSeconds(10)));
        _world.Pass(TimeSpan.FromSeconds(9.5));
        Assert.True(session.IsOpen);
        _world.Pass(s_sweep);

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4401,\"Authentication expired\"]", sink.Frames[^1]);
        await _world.JournalOf(session).IsAsync("open", "closed AuthenticationExpired 4401 Authentication expired");
    }

    [Fact]
    public async Task A_client_between_two_polls_learns_of_it_at_the_next()
    {
        var session = await _world.ConnectPollAsync();
        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(1)));
        _world.Pass(TimeSpan.FromSeconds(1));
        var poll = _world.Attach(session, _world.Poll());

        await poll.Ended.SoonAsync();
        Assert.Equal(["c[4401,\"Authentication expired\"]"], poll.Frames);
    }

    [Fact]
    public async Task The_newest_request_decides_for_longer_and_for_shorter()
    {
        var session = await _world.ConnectPollAsync();
        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(1)));
        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(60)));
        _world.Pass(TimeSpan.FromSeconds(50));
        Assert.True(session.IsOpen);

        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(1)));
        _world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(SockJSCloseKind.AuthenticationExpired, session.CloseReason.Kind);
    }

    [Fact]
    public async Task A_ticket_without_an_end_never_expires()
    {
        var session = await _world.ConnectPollAsync();
        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(1)));
        session.Renew(SessionWorld.Nobody, expires: null);
        _world.Pass(TimeSpan.FromMinutes(10));

        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_ticket_that_has_expired_before_its_session_opened_closes_it_at_the_first_sweep()
    {
        var session = _world.Open();
        session.Renew(SessionWorld.Nobody, In(TimeSpan.FromSeconds(-1)));
        _world.Table.Sweep();
        var sink = _world.Attach(session);

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4401,\"Authentication expired\"]", sink.Frames[^1]);
    }

    private DateTimeOffset In(TimeSpan span) => _world.Time.GetUtcNow() + span;
}
