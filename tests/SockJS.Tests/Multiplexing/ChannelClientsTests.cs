using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

/// <summary>Channels as applications reach them from outside.</summary>
public sealed class ChannelClientsTests : IDisposable
{
    private readonly ChannelWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_channels_of_a_topic_are_found_by_their_ids_and_enumerated_while_they_are_open()
    {
        var (session, _) = await _world.Sessions.ConnectAsync(SockJSTransports.XhrStreaming);
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;
        var bob = (await _world.SubscribeAsync(session, "bob")).Connection;

        Assert.Same(ann, _world.Ann.Find(ann.Id));
        Assert.Null(_world.Ann.Find(bob.Id));
        Assert.Null(_world.Ann.Find(session.Id));
        Assert.Equal([ann], _world.Ann.Connections);
        Assert.Equal(1, _world.Ann.CountByTransport()[SockJSTransports.XhrStreaming]);

        await ann.CloseAsync();
        Assert.Null(_world.Ann.Find(ann.Id));
        Assert.Empty(_world.Ann.Connections);
        Assert.Equal((0, 0), (_world.TableOf(0).Count, _world.TableOf(0).IdCount));
    }

    [Fact]
    public async Task A_user_a_group_and_a_single_channel_can_be_sent_to()
    {
        var (one, first) = Connect("1");
        var (two, second) = Connect("2");
        await _world.SubscribeAsync(one, "ann");
        await _world.SubscribeAsync(two, "ann");
        var member = (await _world.SubscribeAsync(two, "bob")).Connection;
        await _world.Bob.Group("group").AddAsync(member);
        await _world.Ann.User("2").SendAsync("user");
        await _world.Bob.Group("group").SendAsync("group");
        await _world.Bob.Connection(member.Id).SendAsync("single");
        await _world.Bob.All.Except(member.Id).SendAsync("nobody");

        Assert.Empty(first.Messages);
        Assert.Equal(["msg,ann,user", "msg,bob,group", "msg,bob,single"], second.Messages);
    }

    [Fact]
    public async Task Membership_ends_with_the_channel_or_with_its_connection()
    {
        var (session, sink) = Connect("1");
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;
        var bob = (await _world.SubscribeAsync(session, "bob")).Connection;
        Assert.Equal(1, _world.TableOf(1).UserCount);
        await ann.JoinAsync("group");
        await bob.JoinAsync("group");
        await ann.CloseAsync();
        await Eventually.TrueAsync(() => _world.Ann.Groups.Count == 0);
        Assert.False(await ann.JoinAsync("group"));
        Assert.Equal(1, _world.Bob.Group("group").Count);

        session.Lost(sink);
        await Eventually.TrueAsync(() => _world.Bob.Groups.Count == 0);
        await Eventually.TrueAsync(() => _world.TableOf(1).UserCount == 0);
        Assert.Empty(bob.Groups);
    }

    [Fact]
    public async Task Closing_an_audience_closes_channels_and_no_connections()
    {
        var (session, sink) = await _world.Sessions.ConnectAsync();
        var ann = await _world.SubscribeAsync(session, "ann");
        await _world.SubscribeAsync(session, "bob");
        await _world.Ann.All.CloseAsync(4000, "gone");

        await ann.Journal.IsAsync("open", "closed ServerClosed 4000 gone");
        Assert.Equal(["uns,ann"], sink.Messages);
        Assert.True(session.IsOpen);
    }

    private (SockJSSession Session, RecordingSink Sink) Connect(string user)
    {
        var session = _world.Sessions.Open(user: user);
        var sink = _world.Sessions.Sink();
        Assert.Equal(AttachResult.Attached, session.Attach(sink, SessionWorld.Named(user), out _));
        return (session, sink);
    }
}
