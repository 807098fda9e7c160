using System.Text;
using System.Text.Json;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionReceivingTests : IDisposable
{
    private readonly SemaphoreSlim _gate = new(0);
    private readonly SessionWorld _world;

    public SessionReceivingTests() => _world = new SessionWorld(
        static options =>
        {
            options.ReceiveBufferMessages = 4;
            options.ReceiveBufferBytes = 1000;
        },
        (_, journal) => journal.Handling = async _ => await _gate.WaitAsync());

    public void Dispose()
    {
        _world.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Messages_of_a_post_are_handled_in_order_before_it_is_answered()
    {
        using var world = new SessionWorld();
        var (session, _) = await world.ConnectAsync();
        Assert.True(await session.ReceiveAsync("[\"one\",\"two\"]"u8.ToArray()));
        Assert.True(await session.ReceiveAsync("[\"three\"]"u8.ToArray()));

        await world.JournalOf(session).IsAsync("open", "one", "two", "three");
    }

    [Fact]
    public async Task A_post_waits_while_as_many_messages_wait_as_may()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.ReceiveAsync(Payload("handled"));
        Assert.True(await session.ReceiveAsync(Payload("1", "2", "3", "4")).SoonAsync());
        var post = session.ReceiveAsync(Payload("5"));
        Assert.False(post.IsCompleted);

        _gate.Release();
        Assert.True(await post.SoonAsync());
        _gate.Release(10);
        await _world.JournalOf(session).IsAsync("open", "handled", "1", "2", "3", "4", "5");
    }

    [Fact]
    public async Task A_post_waits_while_as_many_bytes_wait_as_may()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.ReceiveAsync(Payload("handled"));
        Assert.True(await session.ReceiveAsync(Payload(new string('x', 500))).SoonAsync());
        var post = session.ReceiveAsync(Payload("5"));
        Assert.False(post.IsCompleted);

        _gate.Release();
        Assert.True(await post.SoonAsync());
        _gate.Release(10);
    }

    [Fact]
    public async Task A_payload_of_more_than_may_wait_passes_piece_by_piece()
    {
        var (session, _) = await _world.ConnectAsync();
        var texts = Enumerable.Range(0, 50).Select(static i => $"{i}").ToArray();
        var post = session.ReceiveAsync(Payload(texts));
        Assert.False(post.IsCompleted);
        _gate.Release(texts.Length);

        Assert.True(await post.SoonAsync());
        await _world.JournalOf(session).IsAsync(["open", .. texts]);
    }

    [Fact]
    public async Task Posts_that_wait_keep_their_order_and_do_not_mix()
    {
        var (session, _) = await _world.ConnectAsync();
        var posts = Enumerable.Range(0, 10)
            .Select(i => session.ReceiveAsync(Payload([.. Enumerable.Range(0, 10).Select(j => $"{i}.{j}")])))
            .ToArray();
        _gate.Release(100);

        Assert.All(await Task.WhenAll(posts).SoonAsync(), Assert.True);
        await _world.JournalOf(session).IsAsync(["open", .. Enumerable.Range(0, 100).Select(static i => $"{i / 10}.{i % 10}")]);
    }

    [Fact]
    public async Task One_post_too_many_under_way_is_refused_and_the_others_go_on()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.ReceiveAsync(Payload("handled"));
        await session.ReceiveAsync(Payload("1", "2", "3", "4"));
        var posts = Enumerable.Range(0, 16).Select(i => session.ReceiveAsync(Payload($"waits {i}"))).ToArray();

        Assert.False(await session.ReceiveAsync(Payload("refused")).SoonAsync());
        Assert.DoesNotContain(posts, static post => post.IsCompleted);
        _gate.Release(100);
        Assert.All(await Task.WhenAll(posts).SoonAsync(), Assert.True);
        Assert.True(await session.ReceiveAsync(Payload("welcome again")).SoonAsync());
        await _world.JournalOf(session).HasAsync(23);
        Assert.DoesNotContain("refused", _world.JournalOf(session).Entries);
    }

    [Fact]
    public async Task Posts_of_too_many_bytes_under_way_are_refused()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.ReceiveAsync(Payload("handled"));
        await session.ReceiveAsync(Payload("1", "2", "3", "4"));
        var large = session.ReceiveAsync(Payload(new string('x', 2000)));

        Assert.False(await session.ReceiveAsync(Payload("refused")).SoonAsync());
        _gate.Release(100);
        Assert.True(await large.SoonAsync());
        Assert.True(await session.ReceiveAsync(Payload("welcome again")).SoonAsync());
    }

    [Fact]
    public async Task Posts_that_wait_are_answered_when_the_session_ends()
    {
        var (session, sink) = await _world.ConnectAsync();
        await session.ReceiveAsync(Payload("handled"));
        await session.ReceiveAsync(Payload("1", "2", "3", "4"));
        var posts = Enumerable.Range(0, 3).Select(i => session.ReceiveAsync(Payload($"dropped {i}"))).ToArray();
        session.Lost(sink);

        Assert.All(await Task.WhenAll(posts).SoonAsync(), Assert.True);
        _gate.Release(10);
        await _world.JournalOf(session).IsAsync("open", "handled", "1", "2", "3", "4", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task A_post_to_a_session_that_closes_is_answered_and_dropped()
    {
        var (session, _) = await _world.ConnectAsync();
        await session.CloseAsync();

        Assert.True(await session.ReceiveAsync(Payload("dropped")).SoonAsync());
        await _world.JournalOf(session).IsAsync("open", "closed ServerClosed 1000 Normal closure");
    }

    [Fact]
    public async Task A_socket_is_told_to_wait_and_when_to_go_on()
    {
        var (session, _) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        session.TryReceive("handled");
        session.Handle();
        var payload = Payload("1", "2", "3", "4", "5");
        var position = 0;
        Assert.False(session.TryReceive(payload, ref position));
        Assert.False(session.TryReceive("no room either"));
        var room = session.WaitForRoomAsync();
        Assert.False(room.IsCompleted);

        _gate.Release();
        await room.SoonAsync();
        Assert.True(session.TryReceive(payload, ref position));
        _gate.Release(10);
        await _world.JournalOf(session).IsAsync("open", "handled", "1", "2", "3", "4", "5");
    }

    private static byte[] Payload(params string[] texts) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(texts));
}
