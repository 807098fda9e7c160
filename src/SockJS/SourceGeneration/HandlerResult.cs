using System.ComponentModel;

namespace SockJS.SourceGeneration;

/// <summary>Sends back what a handler method returned; <see langword="null"/> is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerResult
{
    /// <summary>Sends a text.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public static ValueTask SendAsync(SockJSConnection connection, string? result)
        => result is null ? default : connection.SendAsync(result);

    /// <summary>Sends the result of a task.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
#nullable disable annotations // Task<string> and Task<string?> both fit a parameter that says nothing of null.
    public static async ValueTask SendAsync(SockJSConnection connection, Task<string> result)
        => await SendAsync(connection, await result.ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Sends the result of a task.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public static ValueTask SendAsync(SockJSConnection connection, ValueTask<string> result)
    {
        return result.IsCompletedSuccessfully ? SendAsync(connection, result.Result) : AwaitAsync(connection, result);

        static async ValueTask AwaitAsync(SockJSConnection connection, ValueTask<string> result)
            => await SendAsync(connection, await result.ConfigureAwait(false)).ConfigureAwait(false);
    }
#nullable restore annotations

    /// <summary>Sends the items of a sequence one by one, until it ends or the connection is closed.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public static ValueTask SendAsync(SockJSConnection connection, IAsyncEnumerable<string?> result)
        => Sequence.SendAsync(connection, result, static (connection, item) => SendAsync(connection, item));
}
