using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Adapters;

/// <summary>
/// A connection as the handlers of WebSockets know it. This part says in which state it is and how it ends; the others how messages are
/// received and sent. As with any WebSocket, there may be one receive and one send at a time.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="messages">What its client has sent.</param>
/// <param name="codec">How bytes travel; <see langword="null"/> where messages are text and no others.</param>
/// <param name="maxFragmentBytes">How large a message may become that is sent in fragments.</param>
/// <param name="refuseInput">Closes the connection where a message stands for no bytes.</param>
internal sealed partial class SockJSWebSocket(
    SockJSConnection connection,
    ChannelReader<SockJSMessage> messages,
    ByteCodec? codec,
    int maxFragmentBytes,
    Action<SockJSConnection, string> refuseInput) : WebSocket, IHttpWebSocketFeature
{
    private volatile bool _aborted;
    private volatile bool _closeSent;
    private volatile bool _closeReceived;
    private volatile bool _sendFailed;
    private volatile bool _disposed;
    private WebSocketCloseStatus? _ownStatus;

    public override WebSocketState State => this switch
    {
        { _aborted: true } => WebSocketState.Aborted,
        { _disposed: true } or { _closeSent: true, _closeReceived: true } => WebSocketState.Closed,
        { _closeSent: true } => WebSocketState.CloseSent,
        // What the client sent before it went away can still be received, but a loop that only sends has to end.
        { _closeReceived: true } or { _sendFailed: true } => WebSocketState.CloseReceived,
        _ => WebSocketState.Open,
    };

    public override WebSocketCloseStatus? CloseStatus
        => _closeReceived ? _ownStatus ?? WebSocketCloseCodes.Received(connection.CloseReason) : null;

    public override string? CloseStatusDescription => _closeReceived ? connection.CloseReason.Reason : null;

    public override string? SubProtocol => null;

    public bool IsWebSocketRequest => true;

    /// <summary>Lets handlers accept what was accepted already.</summary>
    public Task<WebSocket> AcceptAsync(WebSocketAcceptContext context) => Task.FromResult<WebSocket>(this);

    public override async Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        await CloseOutputAsync(closeStatus, statusDescription, cancellationToken).ConfigureAwait(false);
        _closeReceived = true;
    }

    // There is no closing of one direction alone: the client is told, and what it has sent is dropped.
    public override async Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        ThrowIfNot(!_aborted);
        // Handlers answer the close of their client with the status that it had, which may be any.
        if (!connection.Closed.IsCancellationRequested)
        {
            var code = WebSocketCloseCodes.Sent(closeStatus);
            await connection.CloseAsync(code, statusDescription ?? "").ConfigureAwait(false);
            if (connection.CloseReason is { Kind: SockJSCloseKind.ServerClosed } reason && reason.Code == code)
                _ownStatus = closeStatus;
        }

        _closeSent = true;
    }

    public override void Abort()
    {
        if (State >= WebSocketState.Closed)
            return;
        _aborted = true;
        Interruption.Of(connection);
    }

    /// <summary>Ends the connection like a handler that returns.</summary>
    public override void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        connection.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, SockJSCloseCodes.Normal, "Normal closure"));
    }

    private void ThrowIfNot(bool isAllowed)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!isAllowed)
            throw new WebSocketException(WebSocketError.InvalidState, $"The WebSocket is in a state that does not allow it: {State}.");
    }
}
