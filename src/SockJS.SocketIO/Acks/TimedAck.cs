namespace SockJS.SocketIO.Acks;

/// <summary>Something that waits for an answer for a time that all such have.</summary>
internal abstract class TimedAck : PendingAck
{
    /// <summary>Gets or sets its place among those that wait; <see langword="null"/> where it has none.</summary>
    public LinkedListNode<TimedAck>? Place { get; set; }

    /// <summary>Gets or sets the timestamp at which its time began.</summary>
    public long Begun { get; set; }

    /// <summary>Takes note that the time is over.</summary>
    public abstract void Expire();
}
