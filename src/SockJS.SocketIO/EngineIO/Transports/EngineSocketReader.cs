using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.Transports.WebSockets;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The receiving half of a WebSocket that carries a session: each message is a packet.</summary>
internal sealed class EngineSocketReader(WebSocketBuffer buffer, EngineSession session, WebSocketSink sink, int maxPayload)
    : WebSocketReader(buffer, session, sink, maxPayload)
{
    private Intake _message;

    protected override MessageVerdict Examine(ReadOnlyMemory<byte> message, WebSocketOpcode opcode, out int count)
    {
        count = 1;
        if (opcode == WebSocketOpcode.Text && !System.Text.Unicode.Utf8.IsValid(message.Span))
        {
            Fail(SockJSCloseCodes.InvalidUtf8, "");
            return MessageVerdict.Invalid;
        }

        _message = session.Take(message, opcode == WebSocketOpcode.Binary);
        count = _message.IsFree ? Free : 1;
        return _message.Verdict;
    }

    protected override bool TryDeliver(ReadOnlySpan<byte> message) => session.TryDeliver(_message);

    // A message of one packet is dropped whole.
    protected override ReadOnlyMemory<byte> Truncate(ReadOnlyMemory<byte> message, int count)
    {
        session.NoteDropped();
        return message;
    }

    // Clients report the reason as theirs, and expect none.
    protected override bool Fail(int code, string reason) => base.Fail(code, "");
}
