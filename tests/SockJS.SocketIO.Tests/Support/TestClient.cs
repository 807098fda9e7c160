using System.Buffers;
using System.Text;
using System.Threading.Channels;
using SockJS.SocketIO.Connections;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Tests.Support;

/// <summary>A client on a connection that nothing carries: its packets go where Engine.IO would hand them over.</summary>
internal sealed class TestClient
{
    private readonly Channel<SockJSMessage> _messages = Channel.CreateUnbounded<SockJSMessage>();
    private readonly ClientConnection _receiver;
    private int _seen;

    public TestClient(SocketIOEngine engine, string? userName = null)
    {
        Connection = new RecordingConnection { UserName = userName };
        _receiver = (ClientConnection)engine.Accept(Connection);
        Connection.Closed.Register(() => _messages.Writer.TryComplete());
        Ended = _receiver.RunAsync(_messages.Reader);
    }

    public RecordingConnection Connection { get; }

    /// <summary>Gets a task that completes when nothing of the client is left.</summary>
    public Task Ended { get; }

    public TestClient Send(params string[] packets)
    {
        foreach (var packet in packets)
            Post(Encoding.UTF8.GetBytes(packet), isBinary: false);
        return this;
    }

    public TestClient SendBinary(params byte[] data)
    {
        Post(data, isBinary: true);
        return this;
    }

    /// <summary>Waits for the next packet that was sent to the client.</summary>
    public async Task<string> NextAsync()
    {
        await Eventually.TrueAsync(() => Connection.Sent.Count > _seen);
        return Connection.Sent[_seen++];
    }

    /// <summary>Joins a namespace.</summary>
    /// <returns>The id of the socket.</returns>
    public async Task<string> JoinAsync(string nameSpace = "/", string auth = "")
    {
        var prefix = nameSpace == "/" ? "0" : $"0{nameSpace},";
        Send(prefix + auth);
        var reply = await NextAsync();
        Assert.StartsWith(prefix + "{\"sid\":\"", reply);
        return reply[(prefix.Length + 8)..^2];
    }

    /// <summary>Waits until the server has closed the connection.</summary>
    public async Task<EngineIOCloseReason?> ClosedAsync()
    {
        await Ended.WaitAsync(Eventually.Patience);
        return Connection.Reason;
    }

    /// <summary>Ends the connection as its loss does.</summary>
    public Task LoseAsync(EngineIOCloseReason reason = EngineIOCloseReason.TransportClose)
    {
        Connection.Close(reason);
        return Ended.WaitAsync(Eventually.Patience);
    }

    private void Post(byte[] message, bool isBinary)
    {
        switch (_receiver.Sort(message, isBinary))
        {
            case MessageLane.None:
                return;
            case MessageLane.Past or MessageLane.PastWithLast:
                _receiver.Take(message, isBinary);
                return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(rented, 0);
        _messages.Writer.TryWrite(SockJSMessage.FromRented(rented, message.Length, isBinary));
    }
}
