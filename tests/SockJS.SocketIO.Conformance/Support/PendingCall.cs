namespace SockJS.SocketIO.Conformance.Support;

/// <summary>A request that was sent, and whose answer may take its time.</summary>
public sealed class PendingCall
{
    private readonly HttpConnection _connection;
    private readonly Task<HttpReply> _reply;

    private PendingCall(HttpConnection connection, string method)
    {
        _connection = connection;
        _reply = ReadAsync(method);
    }

    public bool IsAnswered => _reply.IsCompleted;

    public static async Task<PendingCall> StartAsync(HttpConnection connection, HttpCall call)
    {
        await connection.WriteAsync(call);
        return new PendingCall(connection, call.Method);
    }

    public Task<HttpReply> ReplyAsync() => _reply;

    public Task<bool> IsSilentAsync(TimeSpan time) => _connection.Wire.IsSilentAsync(time);

    /// <summary>Goes away without waiting for the answer.</summary>
    public async Task AbortAsync()
    {
        _connection.Wire.Reset();
        try
        {
            await _reply;
        }
        catch (Exception e) when (e is EndOfStreamException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
        }
    }

    private async Task<HttpReply> ReadAsync(string method)
        => await (await HttpReply.ReadHeadAsync(_connection.Wire, method)).ReadBodyAsync();
}
