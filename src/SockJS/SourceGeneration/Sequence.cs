namespace SockJS.SourceGeneration;

/// <summary>Sends the sequences that handlers return.</summary>
internal static class Sequence
{
    // One that never waits would keep the thread, which is the one that brings the client's messages.
    private const int ItemsPerTurn = 64;

    /// <summary>Sends the items one by one, until there are no more or the connection is closed.</summary>
    public static async ValueTask SendAsync<T>(SockJSConnection connection, IAsyncEnumerable<T> items, Func<SockJSConnection, T, ValueTask> sendItemAsync)
    {
        var count = 0;
        await foreach (var item in items.WithCancellation(connection.Closed).ConfigureAwait(false))
        {
            await sendItemAsync(connection, item).ConfigureAwait(false);
            if (++count % ItemsPerTurn == 0)
                await Task.Yield();
        }
    }
}
