namespace SockJS.Sessions;

/// <summary>The senders that wait for room, in the order of their calls. Not synchronised: the session's lock guards it.</summary>
internal sealed class SenderLine
{
    private readonly LinkedList<SendWaiter> _waiters = [];

    public bool IsEmpty => _waiters.Count == 0;

    /// <summary>Gets the number of broadcasts in the line.</summary>
    public int Broadcasts { get; private set; }

    /// <summary>Gets the number of bytes, two per character of a text, of the broadcasts in the line.</summary>
    public int BroadcastBytes { get; private set; }

    public void Add(SendWaiter waiter)
    {
        _waiters.AddLast(waiter);
        Count(waiter, 1);
    }

    /// <summary>Takes out the sender that has waited longest.</summary>
    public SendWaiter TakeFirst()
    {
        var waiter = _waiters.First!.Value;
        _waiters.RemoveFirst();
        Count(waiter, -1);
        return waiter;
    }

    public void Remove(SendWaiter waiter)
    {
        if (_waiters.Remove(waiter))
            Count(waiter, -1);
    }

    /// <summary>Ends all waits since the connection is closed.</summary>
    public void Fail()
    {
        foreach (var waiter in _waiters)
            waiter.Fail();
    }

    /// <summary>Says whether a broadcast has waited too long. They all wait equally long, so that the first of them tells.</summary>
    public bool IsOverdue(long now) => Broadcasts > 0 && _waiters.First(static waiter => waiter.IsBroadcast).Deadline <= now;

    private void Count(SendWaiter waiter, int sign)
    {
        if (!waiter.IsBroadcast)
            return;
        Broadcasts += sign;
        BroadcastBytes += sign * SizeOf(waiter.Message.Prepared!);
    }

    private static int SizeOf(PreparedMessage message) => message.IsFrames ? message.Frames.Length : sizeof(char) * message.Text.Length;
}
