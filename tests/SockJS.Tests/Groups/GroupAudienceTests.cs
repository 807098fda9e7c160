using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class GroupAudienceTests : IDisposable
{
    private readonly SessionWorld _world = new(static options => options.MaxGroupsPerConnection = 3);

    private ISockJSGroup Lobby => _world.Clients.Group("lobby");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_message_reaches_the_members_only()
    {
        var (one, first) = await _world.ConnectAsync();
        var (two, second) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        var (_, outside) = await _world.ConnectAsync();
        Assert.True(await one.JoinAsync("lobby"));
        Assert.True(await Lobby.AddAsync(two));
        await Lobby.SendAsync("to the lobby");

        Assert.All([first, second], static sink => Assert.Equal(["to the lobby"], sink.Messages));
        Assert.Empty(outside.Messages);
        Assert.Equal(new HashSet<SockJSConnection> { one, two }, Lobby.Members.ToHashSet());
        Assert.Equal(2, Lobby.Count);
    }

    [Fact]
    public async Task A_value_is_written_once_for_all_members()
    {
        var (one, first) = await _world.ConnectAsync();
        var (two, second) = await _world.ConnectAsync();
        await one.JoinAsync("lobby");
        await two.JoinAsync("lobby");
        await Lobby.SendAsync("number", 42);

        Assert.All([first, second], static sink => Assert.Equal(["""{"type":"number","data":42}"""], sink.Messages));
    }

    [Fact]
    public async Task Joining_and_leaving_twice_changes_nothing()
    {
        var (session, sink) = await _world.ConnectAsync();
        Assert.True(await session.JoinAsync("lobby"));
        Assert.False(await session.JoinAsync("lobby"));
        Assert.False(await Lobby.AddAsync(session));
        await Lobby.SendAsync("once");
        Assert.Equal(["lobby"], session.Groups);

        Assert.True(await session.LeaveAsync("lobby"));
        Assert.False(await session.LeaveAsync("lobby"));
        Assert.False(await Lobby.RemoveAsync(session));
        await Lobby.SendAsync("to nobody");
        Assert.Equal(["once"], sink.Messages);
        Assert.Empty(session.Groups);
    }

    [Fact]
    public async Task Names_are_compared_character_by_character()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.JoinAsync("Lobby");

        Assert.Equal(0, Lobby.Count);
        Assert.False(await session.LeaveAsync("lobby"));
    }

    [Fact]
    public async Task A_name_has_one_to_256_characters()
    {
        var (session, _) = await _world.ConnectAsync();
        var longest = new string('x', 256);

        Assert.True(await session.JoinAsync(longest));
        await Assert.ThrowsAsync<ArgumentException>("name", () => session.JoinAsync(longest + "x").AsTask());
        await Assert.ThrowsAsync<ArgumentException>("name", () => session.JoinAsync("").AsTask());
        await Assert.ThrowsAsync<ArgumentException>("name", () => session.LeaveAsync(longest + "x").AsTask());
        Assert.Throws<ArgumentException>("name", () => _world.Clients.Group(longest + "x"));
    }

    [Fact]
    public async Task A_connection_is_in_so_many_groups_and_no_more()
    {
        var (session, _) = await _world.ConnectAsync();
        foreach (var group in new[] { "one", "two", "three" })
            await session.JoinAsync(group);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => session.JoinAsync("four").AsTask());
        Assert.Contains(nameof(SockJSOptions.MaxGroupsPerConnection), exception.Message, StringComparison.Ordinal);
        Assert.False(await session.JoinAsync("one"));

        await session.LeaveAsync("two");
        Assert.True(await session.JoinAsync("four"));
    }

    [Fact]
    public async Task A_member_leaves_when_it_ends_whatever_the_end()
    {
        var (closed, _) = await _world.ConnectAsync();
        var (lost, sink) = await _world.ConnectAsync();
        foreach (var session in new[] { closed, lost })
        {
            await session.JoinAsync("lobby");
            await session.JoinAsync("kitchen");
        }

        await closed.CloseAsync();
        lost.Lost(sink);
        Assert.Empty(Lobby.Members);
        Assert.Equal(0, Lobby.Count);
        await Eventually.TrueAsync(() => _world.Clients.Groups.Count == 0);
        Assert.Empty(closed.Groups);
        Assert.Empty(lost.Groups);
    }

    [Fact]
    public async Task A_connection_that_is_closed_joins_nothing()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.CloseAsync();

        Assert.False(await session.JoinAsync("lobby"));
        Assert.False(await Lobby.AddAsync(session));
        Assert.Equal(0, _world.Clients.Groups.Count);
    }

    [Fact]
    public async Task A_connection_of_another_endpoint_is_refused()
    {
        using var other = new SessionWorld();
        var (stranger, _) = await other.ConnectAsync();

        await Assert.ThrowsAsync<ArgumentException>("connection", () => Lobby.AddAsync(stranger).AsTask());
        await Assert.ThrowsAsync<ArgumentException>("connection", () => Lobby.RemoveAsync(stranger).AsTask());
    }

    [Fact]
    public async Task Members_can_be_left_out_and_closed()
    {
        var (one, first) = await _world.ConnectAsync();
        var (two, second) = await _world.ConnectAsync();
        await one.JoinAsync("lobby");
        await two.JoinAsync("lobby");
        await Lobby.Except(one).SendAsync("to the second");
        await Lobby.CloseAsync(4000, "The lobby is closed");

        Assert.Equal(["o", "c[4000,\"The lobby is closed\"]"], first.Frames);
        Assert.Equal(["o", "a[\"to the second\"]", "c[4000,\"The lobby is closed\"]"], second.Frames);
    }

    [Fact]
    public async Task A_group_that_is_only_sent_to_or_asked_after_is_not_made()
    {
        await Lobby.SendAsync("to nobody");

        Assert.Equal(0, Lobby.Count);
        Assert.Empty(Lobby.Members);
        Assert.Equal(0, _world.Clients.Groups.Count);
    }
}
