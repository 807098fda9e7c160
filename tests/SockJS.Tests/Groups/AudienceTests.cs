using Microsoft.Extensions.Logging;
using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class AudienceTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly SessionWorld _other = new();

    // The class is mapped at two prefixes.
    private EndpointClients Clients => _world.Clients;

    private ISockJSAudience All => Clients.All;

    public AudienceTests() => Clients.Add(_other.Table, TestFormats.Default);

    public void Dispose()
    {
        _world.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_message_reaches_the_open_connections_of_every_set()
    {
        var (_, one) = await _world.ConnectAsync();
        var (_, two) = await _world.ConnectAsync();
        var (_, three) = await _other.ConnectAsync();
        await All.SendAsync("to all");

        Assert.All([one, two, three], static sink => Assert.Equal(["o", "a[\"to all\"]"], sink.Frames));
    }

    [Fact]
    public async Task Only_connections_that_are_open_count()
    {
        Assert.Equal(0, All.Count);
        var (closing, _) = await _world.ConnectAsync();
        await _world.ConnectAsync();
        await _other.ConnectAsync();
        _other.Open();
        Assert.Equal(3, All.Count);

        await closing.CloseAsync();
        Assert.Equal(2, All.Count);
    }

    [Fact]
    public async Task A_message_is_encoded_once_for_each_framing()
    {
        var (_, framed) = await _world.ConnectAsync();
        var (_, raw) = await _other.ConnectAsync(SockJSTransports.RawWebSocket);
        var message = new PreparedMessage("to all");
        await All.SendAsync(message);
        var (quoted, rawFrame) = (message.Quoted, message.RawFrame);
        await All.SendAsync(message);

        Assert.Equal("\"to all\""u8.ToArray(), quoted);
        Assert.Same(quoted, message.Quoted);
        Assert.Same(rawFrame, message.RawFrame);
        Assert.Equal(["o", "a[\"to all\"]", "a[\"to all\"]"], framed.Frames);
        Assert.Equal(["to all"], RawFrames.Read(raw.Bytes[2]));
    }

    [Fact]
    public async Task A_connection_that_does_not_read_delays_no_other()
    {
        var (_, stalled) = await _world.ConnectAsync();
        var (_, sink) = await _world.ConnectAsync();
        stalled.Stall();
        await All.SendAsync("one");
        await All.SendAsync("two");

        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], sink.Frames);
        stalled.Continue();
        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], stalled.Frames);
    }

    [Fact]
    public async Task A_cancelled_send_reaches_nobody()
    {
        var (_, sink) = await _world.ConnectAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => All.SendAsync("late", new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(["o"], sink.Frames);
    }

    [Fact]
    public async Task A_user_is_reached_at_all_its_connections_and_nobody_else_is()
    {
        var (_, phone) = await _world.ConnectAsync(user: "ann");
        var (_, desktop) = await _other.ConnectAsync(user: "ann");
        var (_, bob) = await _world.ConnectAsync(user: "bob");
        var (_, nobody) = await _world.ConnectAsync();
        await Clients.User("ann").SendAsync("for you");

        Assert.All([phone, desktop], static sink => Assert.Equal(["for you"], sink.Messages));
        Assert.All([bob, nobody], static sink => Assert.Empty(sink.Messages));
        Assert.Equal((2, 1, 0), (Clients.User("ann").Count, Clients.User("bob").Count, Clients.User("carl").Count));
    }

    [Fact]
    public async Task A_connection_is_reached_by_its_id()
    {
        var (one, sink) = await _other.ConnectAsync();
        var (_, other) = await _other.ConnectAsync();
        var id = one.Id;
        await Clients.Connection(id).SendAsync("for you");

        Assert.Equal(["for you"], sink.Messages);
        Assert.Empty(other.Messages);
        Assert.Same(one, Clients.Find(id));
        Assert.Equal((1, 0), (Clients.Connection(id).Count, Clients.Connection("nobody").Count));
    }

    [Fact]
    public async Task Some_can_be_left_out()
    {
        var (one, first) = await _world.ConnectAsync();
        var (two, second) = await _other.ConnectAsync();
        var (_, third) = await _world.ConnectAsync();
        var audience = All.Except(one).Except(two.Id, "nobody");
        await audience.SendAsync("to the third");

        Assert.Equal(["to the third"], third.Messages);
        Assert.All([first, second], static sink => Assert.Empty(sink.Messages));
        Assert.Equal(1, audience.Count);
    }

    [Fact]
    public async Task To_be_left_out_no_connection_but_the_named_ones_needs_an_id()
    {
        // Log messages name connections too.
        _world.Log.MinimumLevel = LogLevel.Information;
        var (one, _) = await _world.ConnectAsync();
        var (two, _) = await _world.ConnectAsync();
        await All.Except(one).SendAsync("to the other");

        Assert.NotNull(one.KnownId);
        Assert.Null(two.KnownId);
    }

    [Fact]
    public async Task All_can_be_closed_at_once()
    {
        var (spared, open) = await _world.ConnectAsync();
        var (_, one) = await _world.ConnectAsync();
        var (_, two) = await _other.ConnectAsync();
        await All.Except(spared).CloseAsync(4001, "Enough");

        Assert.All([one, two], static sink => Assert.Equal(["o", "c[4001,\"Enough\"]"], sink.Frames));
        Assert.Equal(["o"], open.Frames);
    }

    [Fact]
    public async Task A_user_who_is_signed_out_gets_in_by_no_connection_that_was_about_to_open()
    {
        var opening = _world.Open(user: "ann");
        await Clients.User("ann").CloseAsync(4001, "Signed out");

        Assert.Equal(["c[4001,\"Signed out\"]"], _world.Attach(opening).Frames);
    }

    [Fact]
    public async Task A_close_that_cannot_be_sent_is_refused_before_anybody_is_closed()
    {
        var (session, _) = await _world.ConnectAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("code", () => All.CloseAsync(1001, "Going away").AsTask());
        await Assert.ThrowsAsync<ArgumentException>("reason", () => All.CloseAsync(4000, new string('x', 124)).AsTask());
        Assert.True(session.IsOpen);
    }

    [Fact]
    public void Empty_names_are_refused()
    {
        Assert.Throws<ArgumentException>("userId", () => Clients.User(""));
        Assert.Throws<ArgumentException>("id", () => Clients.Connection(""));
        Assert.Throws<ArgumentException>("name", () => Clients.Group(""));
        Assert.Throws<ArgumentException>("key", () => All.WithKey(""));
    }
}
