namespace SockJS.Sessions;

/// <summary>
/// Counts what waits in all queues of an endpoint, to and from its clients, and bounds it. It is counted in blocks, so that queues that hold little,
/// as those of clients that keep up do, never touch what all of them share. Where there is too much, queues that hold a block count as full.
/// </summary>
/// <param name="max">How many bytes may wait.</param>
internal sealed class BufferedBytes(long max)
{
    /// <summary>How many bytes each queue may have in any case, since they are not counted.</summary>
    public const int Block = 1 << BlockBits;

    private const int BlockBits = 12;

    private long _total;

    /// <summary>Gets the number of bytes that wait, a block for each queue apart.</summary>
    public long Total => Volatile.Read(ref _total);

    public bool IsFull => Total >= max;

    /// <summary>Returns whether a queue may take more.</summary>
    /// <param name="bytes">How many bytes are in it.</param>
    public bool Allows(int bytes) => bytes < Block || !IsFull;

    /// <summary>Takes note of how many bytes are in a queue. Under the lock of the queue.</summary>
    /// <param name="counted">How many blocks of it were counted.</param>
    /// <param name="bytes">How many bytes there are now.</param>
    public void Count(ref int counted, int bytes)
    {
        var blocks = bytes >> BlockBits;
        if (blocks == counted)
            return;
        Interlocked.Add(ref _total, (long)(blocks - counted) << BlockBits);
        counted = blocks;
    }
}
