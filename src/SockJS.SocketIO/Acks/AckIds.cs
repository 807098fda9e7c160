namespace SockJS.SocketIO.Acks;

/// <summary>Counts the events of a namespace that want an answer. All its sockets share the numbers, so that a broadcast needs one only.</summary>
internal sealed class AckIds
{
    private ulong _last = ulong.MaxValue;

    public ulong Next() => Interlocked.Increment(ref _last);
}
