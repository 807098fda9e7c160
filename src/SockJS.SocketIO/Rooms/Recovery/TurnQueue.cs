namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>
/// What is done one after the other, though no lock is held meanwhile: whoever comes while nobody is at it does all that is there. Turns are
/// taken in the order of their numbers, since those are given under the same lock.
/// </summary>
internal sealed class TurnQueue(EventSequence sequence)
{
    // So many turns of others may keep a thread from what it came for.
    private const int MaxAtOnce = 64;

    private readonly Queue<Turn> _turns = new();
    private bool _isBusy;

    /// <summary>Queues a turn; <see cref="Run"/> follows. The lock of the sequence is held.</summary>
    public Turn Add(Func<ValueTask> begin)
    {
        var turn = new Turn(begin);
        _turns.Enqueue(turn);
        return turn;
    }

    /// <summary>Takes the turns that are there, unless somebody is at it.</summary>
    public void Run()
    {
        lock (sequence.Lock)
        {
            if (_isBusy)
                return;
            _isBusy = true;
        }

        TakeTurns();
    }

    private void TakeTurns()
    {
        for (var i = 0; i < MaxAtOnce; i++)
        {
            Turn? turn;
            lock (sequence.Lock)
            {
                if (!_turns.TryDequeue(out turn))
                {
                    _isBusy = false;
                    return;
                }
            }

            turn.Take();
        }

        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.TakeTurns(), this, preferLocal: false);
    }
}
