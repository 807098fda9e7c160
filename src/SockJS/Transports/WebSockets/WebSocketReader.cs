using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>
/// The receiving half of a WebSocket: reads frames (RFC 6455, 5), puts messages together and gives them to the session. All frames of one
/// read are handled as one batch. What a message is, derived classes say.
/// </summary>
/// <param name="buffer">What was read.</param>
/// <param name="session">The session of the client.</param>
/// <param name="sink">The sending half.</param>
/// <param name="maxMessageSize">How many bytes a message may have, over all its fragments.</param>
internal abstract class WebSocketReader(WebSocketBuffer buffer, Session session, WebSocketSink sink, int maxMessageSize)
{
    /// <summary>The number of permits of a message that needs none.</summary>
    protected const int Free = -1;

    private PooledBuffer _fragments;
    private bool _fragmented;
    private WebSocketOpcode _opcode;
    private MessageToll _toll;

    // The message in hand, where the session had no room for all of it.
    private ReadOnlyMemory<byte> _message;
    private bool _pending;

    /// <summary>Gets the close code to send, where the socket ended in order or in error.</summary>
    public int CloseCode { get; private set; }

    /// <summary>Gets the reason to send.</summary>
    public string CloseReason { get; private set; } = "";

    /// <summary>Gets a value indicating whether the client has sent anything.</summary>
    public bool HasRead { get; private set; }

    /// <summary>Gets a value indicating whether the client has sent its close frame.</summary>
    public bool ClosedByClient { get; private set; }

    /// <summary>Reads until the client closes, breaks off or breaks the rules.</summary>
    public async Task RunAsync()
    {
        // A reader that follows another on the same socket begins with what that one has left.
        var isFilled = !buffer.Data.IsEmpty;
        try
        {
            while (isFilled || await buffer.FillAsync().ConfigureAwait(false))
            {
                isFilled = false;
                session.NoteAlive();
                HasRead = true;
                ReadStatus status;
                while ((status = HandleBatch()) == ReadStatus.Full)
                    await (_toll.Owed > 0 ? session.WaitForPermitsAsync() : session.WaitForRoomAsync()).ConfigureAwait(false);
                if (status == ReadStatus.Ended)
                    return;
            }
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            // The client is gone; that it went without a close frame is all there is to know.
        }
        finally
        {
            _fragments.Free();
        }
    }

    private ReadStatus HandleBatch()
    {
        var status = ReadFrames();
        session.Handle();
        return status;
    }

    private ReadStatus ReadFrames()
    {
        while (true)
        {
            if (_pending && !TryDeliver())
                return ReadStatus.Full;
            if (!_fragmented)
                _fragments.Free();
            var data = buffer.Data;
            var status = WebSocketFrameHeader.TryRead(data.Span, out var header);
            if (status == WebSocketHeaderStatus.NeedMore)
                return ReadStatus.NeedMore;
            if (!IsAcceptable(status, header))
                return ReadStatus.Ended;
            var length = header.HeaderLength + (int)header.PayloadLength;
            if (data.Length < length)
                return ReadStatus.NeedMore;
            var payload = data[header.HeaderLength..length];
            WebSocketMask.Apply(payload.Span, header.MaskKey);
            buffer.Consume(length);
            if (!TryHandle(header, payload))
                return ReadStatus.Ended;
        }
    }

    private bool IsAcceptable(WebSocketHeaderStatus status, WebSocketFrameHeader header)
    {
        if (status == WebSocketHeaderStatus.Invalid)
            return Fail(SockJSCloseCodes.Interrupted, "Protocol error");
        // Control frames are small, and may stand between the fragments of a message.
        return header.Opcode >= WebSocketOpcode.Close
            || header.PayloadLength <= maxMessageSize - _fragments.Length
            || Fail(SockJSCloseCodes.MessageTooBig, "Message too big");
    }

    /// <summary>Checks a message that was read whole.</summary>
    /// <param name="message">The message. It stays until it was delivered.</param>
    /// <param name="opcode">Whether it is text or binary.</param>
    /// <param name="count">How many permits it takes, one at least; or <see cref="Free"/>.</param>
    /// <returns>What to do with it; <see cref="MessageVerdict.Invalid"/> where <see cref="Fail"/> was called.</returns>
    protected abstract MessageVerdict Examine(ReadOnlyMemory<byte> message, WebSocketOpcode opcode, out int count);

    /// <summary>Gives the session what is left of the message in hand.</summary>
    /// <returns><see langword="false"/> where there is no room for all of it.</returns>
    protected abstract bool TryDeliver(ReadOnlySpan<byte> message);

    /// <summary>Cuts a message down to its first parts, which have their permits.</summary>
    protected virtual ReadOnlyMemory<byte> Truncate(ReadOnlyMemory<byte> message, int count) => message;

    /// <summary>Ends the session, since the client breaks the rules.</summary>
    /// <param name="code">The close code to send.</param>
    /// <param name="reason">The reason to send.</param>
    /// <returns><see langword="false"/>, for whoever has to say whether reading goes on.</returns>
    protected virtual bool Fail(int code, string reason)
    {
        (CloseCode, CloseReason) = (code, reason);
        session.End(sink, new SockJSCloseReason(SockJSCloseKind.ProtocolError, code, reason));
        return false;
    }

    // Returns whether reading goes on.
    private bool TryHandle(WebSocketFrameHeader header, ReadOnlyMemory<byte> payload)
    {
        switch (header.Opcode)
        {
            case WebSocketOpcode.Close:
                return HandleClose(payload.Span);
            case WebSocketOpcode.Ping:
                sink.QueuePong(payload.Span);
                session.RequestControl();
                return true;
            case WebSocketOpcode.Pong:
                return true;
        }

        if (_fragmented != (header.Opcode == WebSocketOpcode.Continuation))
            return Fail(SockJSCloseCodes.Interrupted, "Protocol error");
        if (!_fragmented)
            _opcode = header.Opcode;
        if (header.Fin && !_fragmented)
            return TryAccept(payload);
        _fragments.Append(payload.Span);
        _fragmented = !header.Fin;
        return _fragmented || TryAccept(_fragments.WrittenMemory);
    }

    private bool TryAccept(ReadOnlyMemory<byte> message)
    {
        var verdict = Examine(message, _opcode, out var count);
        if (verdict != MessageVerdict.Deliver)
            return verdict == MessageVerdict.Ignore;
        _message = message;
        _pending = true;
        if (session.IsLimited && count != Free)
            _toll = new MessageToll(count);
        return true;
    }

    private bool TryDeliver()
    {
        if (_toll.Owed > 0 && !TryPass())
            return !_pending;
        var delivered = TryDeliver(_message.Span);
        _pending = !delivered;
        return delivered;
    }

    // Returns whether there is anything left to deliver now. What may not pass at all is pending no longer.
    private bool TryPass()
    {
        var admitted = session.Admit(ref _toll);
        if (admitted == Session.Later)
            return false;
        if (admitted != Session.All)
        {
            _pending = admitted > 0;
            _message = Truncate(_message, admitted);
        }

        return _pending;
    }

    private bool HandleClose(ReadOnlySpan<byte> payload)
    {
        if (!WebSocketClose.TryParse(payload, out var code, out var reason))
            return Fail(SockJSCloseCodes.Interrupted, "Protocol error");
        ClosedByClient = true;
        CloseCode = code == SockJSCloseCodes.NoStatus ? SockJSCloseCodes.Normal : code;
        session.End(sink, new SockJSCloseReason(SockJSCloseKind.ClientClosed, code, reason));
        return false;
    }
}
