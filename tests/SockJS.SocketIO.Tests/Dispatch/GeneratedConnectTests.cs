using Microsoft.Extensions.Logging;

namespace SockJS.SocketIO.Tests.Dispatch;

/// <summary>The beginning and the end of a socket whose namespace is a class.</summary>
public sealed class GeneratedConnectTests
{
    [Theory]
    [InlineData("{}", "connect 7 nobody")]
    [InlineData("""{"value":"ann"}""", "connect 7 ann")]
    public async Task The_auth_payload_and_the_value_of_the_pattern_are_given(string auth, string line)
    {
        await using var socket = await new TestSocket(auth).ConnectAsync();

        Assert.Equal([line], socket.Diary.Lines);
    }

    [Fact]
    public async Task A_false_refuses_and_no_disconnect_follows()
    {
        var socket = new TestSocket("""{"value":"wrong"}""");

        var refused = await Assert.ThrowsAsync<SocketIORefusedException>(socket.ConnectAsync);
        await socket.DisconnectAsync();
        await socket.DisposeAsync();

        Assert.Equal("Connection refused", refused.Message);
        Assert.Equal(["connect 7 wrong", "disposed", "scope disposed"], socket.Diary.Lines);
    }

    [Fact]
    public async Task An_auth_payload_that_cannot_be_read_refuses_and_is_logged()
    {
        await using var socket = new TestSocket("""{"value":5}""");

        var refused = await Assert.ThrowsAsync<SocketIORefusedException>(socket.ConnectAsync);

        Assert.Equal("Invalid auth payload", refused.Message);
        Assert.Empty(socket.Diary.Lines);
        Assert.Equal((LogLevel.Warning, "EventRefused"), (Assert.Single(socket.Log.Lines).Level, socket.Log.Lines[0].Event));
    }

    [Fact]
    public async Task The_instance_ends_after_the_disconnect_and_before_its_services()
    {
        var socket = await new TestSocket().ConnectAsync();

        await socket.DisconnectAsync();
        await socket.DisposeAsync();

        Assert.Equal(["connect 7 nobody", "transport close False", "disposed", "scope disposed"], socket.Diary.Lines);
    }

    [Fact]
    public async Task A_client_interface_emits_and_asks()
    {
        await using var socket = await new TestSocket("""{"value":"ask"}""").ConnectAsync();

        Assert.Equal(["said hello 2", "ask? how many"], socket.Socket.Sent);
    }
}
