using System.Security.Claims;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests;

/// <summary>Users derive from <see cref="SockJSConnection"/> to test their handlers without a server.</summary>
public sealed class SockJSConnectionTests
{
    private readonly FakeConnection _connection = new();

    [Fact]
    public async Task The_extensions_need_nothing_of_the_library()
    {
        await _connection.CloseAsync();

        Assert.Equal(["closed 1000 Normal closure"], _connection.Calls);
        Assert.Throws<InvalidOperationException>(() => _connection.ReadAllAsync());
        await Assert.ThrowsAsync<ArgumentNullException>("connection", () => ((SockJSConnection)null!).CloseAsync().AsTask());
        Assert.Throws<ArgumentNullException>("connection", () => ((SockJSConnection)null!).ReadAllAsync());
    }

    [Fact]
    public void A_broadcast_is_sent_where_there_is_room()
    {
        _connection.Deliver(new PreparedMessage("to all"));

        Assert.Equal(["to all"], _connection.Calls);
    }

    [Fact]
    public async Task Without_an_endpoint_there_are_no_groups()
    {
        Assert.Empty(_connection.Groups);
        await Assert.ThrowsAsync<NotSupportedException>(() => _connection.JoinAsync("lobby").AsTask());
        await Assert.ThrowsAsync<NotSupportedException>(() => _connection.LeaveAsync("lobby").AsTask());
    }

    [Fact]
    public void What_only_the_library_asks_for_has_an_answer()
    {
        _connection.Close(default);

        Assert.Equal(default, _connection.CloseReason);
        Assert.True(_connection.IsOpen);
        Assert.Equal((default, 0), (_connection.Opened, _connection.QueuedBytes));
        Assert.Empty(_connection.Calls);
    }

    [Fact]
    public void The_exception_for_closed_connections_has_the_usual_constructors()
    {
        var cause = new IOException();

        Assert.Contains("closed", new SockJSConnectionClosedException().Message, StringComparison.Ordinal);
        Assert.Equal("text", new SockJSConnectionClosedException("text").Message);
        Assert.Same(cause, new SockJSConnectionClosedException("text", cause).InnerException);
    }

    private sealed class FakeConnection : SockJSConnection
    {
        public List<string> Calls { get; } = [];

        public override string Id => "fake";

        public override SockJSTransports Transport => SockJSTransports.WebSocket;

        public override ClaimsPrincipal User => SessionWorld.Nobody;

        public override SockJSClientInfo Client => SessionWorld.Client;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override CancellationToken Closed => default;

        public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public override bool TrySend(SockJSMessage message)
        {
            Calls.Add(message.ToString());
            return true;
        }

        public override ValueTask CloseAsync(int code, string reason)
        {
            Calls.Add($"closed {code} {reason}");
            return default;
        }
    }
}
