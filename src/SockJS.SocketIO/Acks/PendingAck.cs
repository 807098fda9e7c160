namespace SockJS.SocketIO.Acks;

/// <summary>Something that waits for answers of clients. It is told of them on the thread that reads, and must be quick.</summary>
internal abstract class PendingAck
{
    /// <summary>Takes the answer of a client.</summary>
    /// <param name="first">The JSON of its first argument; empty where it has none.</param>
    /// <param name="attachments">Its binary values.</param>
    public abstract void Answered(ReadOnlySpan<byte> first, IReadOnlyList<ReadOnlyMemory<byte>>? attachments);

    /// <summary>Takes note that a client will not answer any more.</summary>
    public abstract void Lost();
}
