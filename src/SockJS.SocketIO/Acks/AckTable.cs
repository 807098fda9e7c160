namespace SockJS.SocketIO.Acks;

/// <summary>The answers that one socket still owes.</summary>
/// <param name="max">How many there may be.</param>
internal sealed class AckTable(int max)
{
    private readonly Dictionary<ulong, PendingAck> _pending = [];
    private bool _isClosed;

    /// <summary>Gets the number of answers that are waited for.</summary>
    public int Count
    {
        get
        {
            lock (_pending)
                return _pending.Count;
        }
    }

    /// <summary>Adds what waits for an answer.</summary>
    /// <exception cref="InvalidOperationException">There are too many already.</exception>
    /// <exception cref="SocketIODisconnectedException">The client has left.</exception>
    public void Add(ulong id, PendingAck ack)
    {
        lock (_pending)
        {
            if (_isClosed)
                throw new SocketIODisconnectedException();
            if (_pending.Count >= max)
                throw new InvalidOperationException($"{max} answers of the client are waited for already, which is as many as SocketIOOptions.MaxPendingAcks allows.");
            _pending.Add(id, ack);
        }
    }

    /// <summary>Takes out what waits for an answer; whoever gets it is the only one to do so.</summary>
    public PendingAck? Take(ulong id)
    {
        lock (_pending)
            return _pending.Remove(id, out var ack) ? ack : null;
    }

    /// <summary>Gives up all answers, and those that would be waited for later.</summary>
    public void Close()
    {
        PendingAck[] lost;
        lock (_pending)
        {
            _isClosed = true;
            lost = [.. _pending.Values];
            _pending.Clear();
        }

        foreach (var ack in lost)
            ack.Lost();
    }
}
