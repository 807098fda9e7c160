using SockJS.Diagnostics;

namespace SockJS.Sessions;

// What is measured. Nothing that tells a listener is done under the lock: it runs code of its own.
internal abstract partial class Session
{
    /// <summary>Gets or sets what counts messages.</summary>
    private protected TransportMetrics Traffic { get; set; }

    /// <summary>Counts messages that have arrived and were found valid.</summary>
    /// <param name="messages">How many.</param>
    /// <param name="bytes">Their bytes, as the client has encoded them.</param>
    public void NoteReceived(int messages, int bytes) => Traffic.Received(messages, bytes);

    private void Release(IFrameSink sink)
    {
        _context.Metrics.Of(sink.Transport).Detached();
        sink.Release();
    }

    private void NoteDropped(int messages, SlowClientDecision decision)
    {
        _context.Metrics.MessagesDropped(messages);
        _context.Metrics.Decided(decision);
    }
}
