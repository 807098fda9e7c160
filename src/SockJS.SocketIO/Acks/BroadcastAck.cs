using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Acks;

/// <summary>Waits for the answers of many clients.</summary>
internal sealed class BroadcastAck<T>(JsonTypeInfo<T> type) : PendingAck
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<T> _answers = [];

    // One more than the clients, until all of them are known.
    private int _missing = 1;
    private int _lost;
    private Exception? _problem;

    /// <summary>Gets a task that completes when every client has answered or left.</summary>
    public Task All => _all.Task;

    /// <summary>Gets the number of clients that have not answered, and will not.</summary>
    public int LostCount
    {
        get
        {
            lock (_answers)
                return _lost;
        }
    }

    /// <summary>Gets the number of clients that may still answer.</summary>
    public int MissingCount
    {
        get
        {
            lock (_answers)
                return _missing;
        }
    }

    /// <summary>Gets what was wrong with the first answer that was none of those asked for.</summary>
    public Exception? Problem
    {
        get
        {
            lock (_answers)
                return _problem;
        }
    }

    /// <summary>Gets the answers that have come.</summary>
    public IReadOnlyList<T> Answers
    {
        get
        {
            lock (_answers)
                return [.. _answers];
        }
    }

    /// <summary>Waits for one client more.</summary>
    public void Expect()
    {
        lock (_answers)
            _missing++;
    }

    /// <summary>Waits for no more clients.</summary>
    public void Seal() => Count();

    public override void Answered(ReadOnlySpan<byte> first, IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
    {
        try
        {
            var answer = first.IsEmpty ? default! : ArgumentFormat.Read(first, attachments, type)!;
            lock (_answers)
                _answers.Add(answer);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            // One client must not spoil the answers of the others.
            lock (_answers)
            {
                _lost++;
                _problem ??= exception;
            }
        }
        catch (Exception exception)
        {
            _all.TrySetException(exception);
        }

        Count();
    }

    public override void Lost()
    {
        lock (_answers)
            _lost++;
        Count();
    }

    private void Count()
    {
        bool isLast;
        lock (_answers)
            isLast = --_missing == 0;
        if (isLast)
            _all.TrySetResult();
    }
}
