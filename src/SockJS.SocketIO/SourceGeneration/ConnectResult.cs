using System.ComponentModel;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>Makes an answer to a client of what the method returned that handles its connect: it is refused by a <see langword="false"/> alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectResult
{
    /// <summary>Takes a result as it is.</summary>
    /// <param name="result">What the method returned.</param>
    public static ValueTask<bool> Of(bool result) => new(result);

    /// <summary>Takes the result of a task.</summary>
    /// <param name="result">What the method returned.</param>
    public static ValueTask<bool> Of(Task<bool> result) => new(result);

    /// <summary>Takes the result of a task.</summary>
    /// <param name="result">What the method returned.</param>
    public static ValueTask<bool> Of(ValueTask<bool> result) => result;

    /// <summary>Accepts when a task has ended.</summary>
    /// <param name="result">What the method returned.</param>
    public static ValueTask<bool> Of(Task result) => Of(new ValueTask(result));

    /// <summary>Accepts when a task has ended.</summary>
    /// <param name="result">What the method returned.</param>
    public static async ValueTask<bool> Of(ValueTask result)
    {
        await result.ConfigureAwait(false);
        return true;
    }
}
