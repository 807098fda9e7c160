using System.Collections.Concurrent;

namespace SockJS.Conformance.Support;

/// <summary>An echo that tells how many answers it gave, so that a test can poll when all of them wait in the session.</summary>
internal sealed class CountingEcho
{
    private int _answers;

    /// <summary>The ends of the connections, as the application saw them.</summary>
    public ConcurrentQueue<CancellationToken> Connections { get; } = new();

    public async Task RunAsync(SockJSConnection connection)
    {
        Connections.Enqueue(connection.Closed);
        await foreach (var message in connection.ReadAllAsync())
        {
            await connection.SendAsync(message);
            Interlocked.Increment(ref _answers);
        }
    }

    public Task WaitForAsync(int answers) => Eventually.IsTrueAsync(() => Volatile.Read(ref _answers) >= answers);
}
