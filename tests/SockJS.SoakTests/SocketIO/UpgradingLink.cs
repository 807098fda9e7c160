namespace SockJS.SoakTests.SocketIO;

/// <summary>A session that begins with long-polling and goes on over WebSocket, while packets are on their way.</summary>
internal sealed class UpgradingLink(HttpClient http, Uri endpoint, Action<string> takeText, Action<byte[]> takeBytes, Action<Exception> fail)
    : PollingLink(http, endpoint, takeText, takeBytes, fail)
{
    private readonly PacketSocket _socket = new();
    private Task _upgrading = Task.CompletedTask;
    private bool _isUpgraded;

    public override async Task OpenAsync()
    {
        await base.OpenAsync();
        _upgrading = UpgradeAsync();
    }

    public override async Task DropAsync()
    {
        await base.DropAsync();
        _socket.Abort();
        await _upgrading;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _socket.Dispose();
    }

    protected override Task WriteAsync(IReadOnlyList<object> packets) => _isUpgraded ? _socket.SendAsync(packets) : base.WriteAsync(packets);

    private async Task UpgradeAsync()
    {
        try
        {
            await _socket.ConnectAsync(Endpoint, Sid, Ending);
            await _socket.SendAsync(["2probe"]);
            if (await _socket.ReceiveAsync() is not "3probe")
                throw new InvalidDataException("the probe was not answered");
            await Sending.WaitAsync(Ending);
            try
            {
                await PauseAsync();
                await _socket.SendAsync(["5"]);
                _isUpgraded = true;
            }
            finally
            {
                Sending.Release();
            }

            await _socket.ReceiveAllAsync(TakeText, TakeBytes);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
