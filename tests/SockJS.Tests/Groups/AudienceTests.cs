using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class AudienceTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly SessionWorld _other = new();
    private readonly Audience _audience = new();

    public AudienceTests()
    {
        _audience.Add(_world.Table, TestFormats.Default);
        _audience.Add(_other.Table, TestFormats.Default);
    }

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
        await _audience.SendAsync("to all");

        Assert.All([one, two, three], static sink => Assert.Equal(["o", "a[\"to all\"]"], sink.Frames));
    }

    [Fact]
    public async Task Only_connections_that_are_open_count()
    {
        Assert.Equal(0, _audience.Count);
        var (closing, _) = await _world.ConnectAsync();
        await _world.ConnectAsync();
        await _other.ConnectAsync();
        _other.Open();
        Assert.Equal(3, _audience.Count);

        await closing.CloseAsync();
        Assert.Equal(2, _audience.Count);
    }

    [Fact]
    public async Task A_message_is_encoded_once_for_each_framing()
    {
        var (_, framed) = await _world.ConnectAsync();
        var (_, raw) = await _other.ConnectAsync(SockJSTransports.RawWebSocket);
        var message = new PreparedMessage("to all");
        await _audience.SendAsync(message);
        var (quoted, rawFrame) = (message.Quoted, message.RawFrame);
        await _audience.SendAsync(message);

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
        await _audience.SendAsync("one");
        await _audience.SendAsync("two");

        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], sink.Frames);
        stalled.Continue();
        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], stalled.Frames);
    }

    [Fact]
    public async Task A_cancelled_send_reaches_nobody()
    {
        var (_, sink) = await _world.ConnectAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _audience.SendAsync("late", new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(["o"], sink.Frames);
    }

    [Fact]
    public void An_endpoint_class_has_one_audience_wherever_it_is_asked_for()
    {
        var registry = new AudienceRegistry();

        Assert.Same(registry.Of(typeof(AudienceTests)), new SockJSClients<AudienceTests>(registry).All);
        Assert.NotSame(registry.Of(typeof(AudienceTests)), registry.Of(typeof(Audience)));
    }
}
