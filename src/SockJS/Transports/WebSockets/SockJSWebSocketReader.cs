using System.Text.Unicode;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>Reads a WebSocket whose messages are arrays of strings, or, where it is raw, any text.</summary>
internal sealed class SockJSWebSocketReader(WebSocketBuffer buffer, SockJSSession session, WebSocketSink sink, int maxMessageSize, bool raw)
    : WebSocketReader(buffer, session, sink, maxMessageSize)
{
    private int _position;

    // Binary messages are taken for text, as by the reference implementation.
    protected override MessageVerdict Examine(ReadOnlyMemory<byte> message, WebSocketOpcode opcode, out int count)
    {
        count = 1;
        var isValid = raw ? Utf8.IsValid(message.Span)
            : message.IsEmpty || MessageArray.Validate(message.Span, allowBareString: true, out count) == PayloadError.None;
        if (!isValid)
        {
            _ = Utf8.IsValid(message.Span)
                ? Fail(SockJSCloseCodes.GoAway, "Broken framing.")
                : Fail(SockJSCloseCodes.InvalidUtf8, "Invalid UTF-8");
            return MessageVerdict.Invalid;
        }

        if (raw || !message.IsEmpty)
            session.NoteReceived(count, message.Length);
        _position = 0;
        return MessageVerdict.Deliver;
    }

    protected override bool TryDeliver(ReadOnlySpan<byte> message) => raw ? session.TryReceive(message) : session.TryReceive(message, ref _position);

    protected override ReadOnlyMemory<byte> Truncate(ReadOnlyMemory<byte> message, int count)
        => raw ? message : message[..MessageArray.LengthOf(message.Span, count)];
}
