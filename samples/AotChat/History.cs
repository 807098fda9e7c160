using System.Runtime.CompilerServices;

namespace AotChat;

/// <summary>What was said last.</summary>
public sealed class History
{
    private const int Length = 100;

    private readonly Queue<Said> _said = new();

    /// <summary>Adds what was said, and forgets the oldest.</summary>
    public void Add(Said said)
    {
        lock (_said)
        {
            _said.Enqueue(said);
            if (_said.Count > Length)
                _said.Dequeue();
        }
    }

    /// <summary>Tells what was said last, without haste.</summary>
    public async IAsyncEnumerable<Said> ReplayAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Said[] last;
        lock (_said)
            last = [.. _said.TakeLast(count)];
        foreach (var said in last)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
            yield return said;
        }
    }
}
