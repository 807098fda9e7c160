using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.Transports.WebSockets;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>
/// Reads the first packets of a socket that would carry a session: a probe, and the word that it works. With anything else the socket ends,
/// and not the session.
/// </summary>
internal sealed class ProbeReader(WebSocketBuffer buffer, EngineSession session, EngineSocketSink sink, int maxPayload)
    : WebSocketReader(buffer, session, sink, maxPayload)
{
    private bool _probed;

    /// <summary>Gets a value indicating whether the client has changed to the socket. What it has sent since is in the buffer.</summary>
    public bool Upgraded { get; private set; }

    /// <summary>Gets the task of the answer to the probe.</summary>
    public Task Answer { get; private set; } = Task.CompletedTask;

    protected override MessageVerdict Examine(ReadOnlyMemory<byte> message, WebSocketOpcode opcode, out int count)
    {
        count = 0;
        if (opcode != WebSocketOpcode.Text)
            return MessageVerdict.Invalid;
        if (!_probed && message.Span.SequenceEqual("2probe"u8))
        {
            _probed = true;
            Answer = AnswerAsync();
            return MessageVerdict.Ignore;
        }

        Upgraded = _probed && message.Span is [(byte)PacketType.Upgrade];
        return MessageVerdict.Invalid;
    }

    protected override bool TryDeliver(ReadOnlySpan<byte> message) => true;

    protected override bool Fail(int code, string reason) => false;

    private async Task AnswerAsync()
    {
        await sink.AnswerProbeAsync().ConfigureAwait(false);
        session.NoteProbe(sink);
    }
}
