using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>A session as applications and the protocol above see it.</summary>
internal sealed class SessionConnection(EngineSession session) : EngineIOConnection
{
    private IQueryCollection? _query;

    public override string Id => session.Id;

    public override EngineIOTransport Transport
        => session.Transport == SockJSTransports.WebSocket ? EngineIOTransport.WebSocket : EngineIOTransport.Polling;

    public override ClaimsPrincipal User => session.User;

    public override string? UserId => session.UserId;

    public override SockJSClientInfo Client => session.Client;

    public override IQueryCollection Query => _query ??= new QueryCollection(QueryHelpers.ParseQuery(session.Client.QueryString));

    public override IDictionary<object, object?> Items => session.Items;

    public override CancellationToken Closed => session.Closed;

    public override EngineIOCloseReason CloseReason => CloseReasons.Of(session.CloseReason, Transport);

    public override DateTimeOffset Opened => session.Opened;

    public override int QueuedBytes => session.QueuedBytes;

    internal override bool IsOpen => session.IsOpen;

    internal override bool IsWritable => session.IsWritable;

    /// <summary>Gets or sets what reads the messages of the connection.</summary>
    internal Func<CancellationToken, IAsyncEnumerable<EngineIOMessage>>? Reader { get; set; }

    public override async ValueTask SendAsync(EngineIOMessage message, CancellationToken cancellationToken = default)
    {
        var frames = Encode(message);
        try
        {
            await session.SendAsync(SockJSMessage.FromUtf8(frames.WrittenMemory), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            frames.Free();
        }
    }

    public override bool TrySend(EngineIOMessage message)
    {
        var frames = Encode(message);
        try
        {
            return session.TrySend(SockJSMessage.FromUtf8(frames.WrittenMemory));
        }
        finally
        {
            frames.Free();
        }
    }

    public override ValueTask CloseAsync()
    {
        Close(EngineIOCloseReason.ForcedClose);
        return default;
    }

    public override IAsyncEnumerable<EngineIOMessage> ReadAllAsync(CancellationToken cancellationToken = default)
        => Reader is { } read ? read(cancellationToken) : base.ReadAllAsync(cancellationToken);

    internal override ValueTask SendFramesAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken)
        => session.SendAsync(SockJSMessage.FromUtf8(frames), cancellationToken);

    internal override bool TrySendFrames(ReadOnlyMemory<byte> frames) => session.TrySend(SockJSMessage.FromUtf8(frames));

    internal override ValueTask DeliverAsync(PreparedMessage frames, CancellationToken cancellationToken)
        => session.DeliverAsync(frames, key: null, cancellationToken);

    internal override void Flush() => session.Flush();

    internal override void Close(EngineIOCloseReason reason)
    {
        // A client that breaks the rules of the protocol above has its messages until then handled as well.
        if (reason is EngineIOCloseReason.TransportError or EngineIOCloseReason.ParseError)
            session.Break(CloseReasons.Of(reason));
        else
            session.Close(CloseReasons.Of(reason));
    }

    private static PooledBuffer Encode(EngineIOMessage message)
    {
        var frames = default(PooledBuffer);
        if (message.IsBinary)
            PacketFrames.AppendBinaryFrame(ref frames, message.Data.Span);
        else
            PacketFrames.AppendTextFrame(ref frames, message.Data.Span);
        return frames;
    }
}
