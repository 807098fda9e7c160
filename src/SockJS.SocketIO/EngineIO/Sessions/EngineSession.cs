using System.Threading.Channels;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>
/// A session of an Engine.IO client. Whatever its transport, its packets wait as WebSocket frames. This part says how it begins and ends; the
/// others what its heartbeat is, how packets arrive, and how it moves from polling to a WebSocket.
/// </summary>
internal sealed partial class EngineSession : Session
{
    // The last packets over polling; a WebSocket is closed by its own frame.
    private static readonly byte[] s_close = ReadyPacket(PacketType.Close);
    private static readonly byte[] s_noop = ReadyPacket(PacketType.Noop);

    private readonly EngineSessionContext _context;
    private IEngineReceiver? _receiver;
    private long _lingerUntil;

    public EngineSession(SessionTable table, EngineSessionContext context, SessionOrigin origin)
        : base(table, context, origin, MessageLayout.ReadyFrames)
    {
        _context = context;
        _pingAt = context.Time.GetTimestamp() + context.PingIntervalTicks;
        _takesSockets = origin.Transport == SockJSTransports.WebSocket;
        Connection = new SessionConnection(this);
    }

    /// <summary>Gets the session as those above see it.</summary>
    public SessionConnection Connection { get; }

    /// <summary>Gets a value indicating whether the transport can take a message right now.</summary>
    public bool IsWritable
    {
        get
        {
            lock (Lock)
                return Sink is not null && !IsWriting && QueuedBytes == 0;
        }
    }

    public override IReadOnlyCollection<string> Groups => Volatile.Read(ref _receiver)?.Groups ?? [];

    private protected override bool EndsWhenTold => true;

    private protected override Frame OpenFrame
    {
        get
        {
            var options = _context.Options;
            var buffer = default(PooledBuffer);
            WebSocketFrameWriter.AppendFrame(
                ref buffer, WebSocketOpcode.Text, OpenPacket.Write(Key!, !_takesSockets && _context.AllowsUpgrades, options.PingInterval, options.PingTimeout, options.MaxPayload));
            var bytes = buffer.WrittenSpan.ToArray();
            buffer.Free();
            return new Frame(FrameKind.Open, bytes, 0, bytes.Length);
        }
    }

    /// <summary>Runs what stands above the session.</summary>
    public Task RunReceiverAsync(ChannelReader<SockJSMessage> messages)
    {
        var receiver = _context.Above.Accept(Connection);
        Volatile.Write(ref _receiver, receiver);
        return receiver.RunAsync(messages);
    }

    /// <summary>Ends the session since its client breaks the protocol, or has failed. A poll that waits is told.</summary>
    public void Break(SockJSCloseReason reason)
    {
        bool isHeard;
        lock (Lock)
            isHeard = Sink is not null;
        if (isHeard)
            Close(reason, dropMessages: true);
        else
            Terminate(reason);
    }

    /// <summary>Closes the session since the client has said so over HTTP. Its poll, if there is one, ends with a packet that says nothing.</summary>
    public void CloseByClient() => Close(CloseReasons.ClosedByClient, dropMessages: true);

    private protected override Frame BeginClose(SockJSCloseReason reason)
    {
        var isClients = reason.Kind == SockJSCloseKind.ClientClosed;
        _lingerUntil = _context.Time.GetTimestamp() + (isClients ? _context.LastPollTicks : _context.LingerTicks);
        return new Frame(FrameKind.Close, isClients ? s_noop : s_close, 0, s_close.Length, SockJSCloseCodes.Normal);
    }

    private protected override void OnEnded()
    {
        AbandonUpgrade();
        AbandonPost();
    }

    private static byte[] ReadyPacket(PacketType type) => [0x81, 1, (byte)type];
}
