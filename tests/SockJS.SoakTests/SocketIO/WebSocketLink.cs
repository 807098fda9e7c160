namespace SockJS.SoakTests.SocketIO;

/// <summary>A session over WebSocket from the beginning.</summary>
internal sealed class WebSocketLink(Uri endpoint, Action<string> takeText, Action<byte[]> takeBytes, Action<Exception> fail)
    : EngineLink(takeText, takeBytes, fail)
{
    private readonly PacketSocket _socket = new();
    private Task _receiving = Task.CompletedTask;

    public override async Task OpenAsync()
    {
        await _socket.ConnectAsync(endpoint, sid: null, Ending);
        _receiving = ReceiveAsync();
    }

    public override async Task DropAsync()
    {
        await base.DropAsync();
        _socket.Abort();
        await _receiving;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _socket.Dispose();
    }

    protected override Task WriteAsync(IReadOnlyList<object> packets) => _socket.SendAsync(packets);

    private async Task ReceiveAsync()
    {
        try
        {
            await _socket.ReceiveAllAsync(TakeText, TakeBytes);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
