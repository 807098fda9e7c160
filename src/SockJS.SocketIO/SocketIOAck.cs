namespace SockJS.SocketIO;

/// <summary>Answers an event. Only the first answer is sent; where the client wants none, or has left meanwhile, nothing is.</summary>
public abstract class SocketIOAck
{
    private protected SocketIOAck()
    {
    }

    /// <summary>Gets a value indicating whether the client waits for an answer that it was not given yet.</summary>
    public abstract bool IsWanted { get; }

    /// <summary>Answers without arguments.</summary>
    /// <returns>A task that completes when the answer was accepted.</returns>
    public abstract ValueTask SendAsync();

    /// <summary>Answers with an argument.</summary>
    /// <typeparam name="T">The type of the argument; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="argument">The argument.</param>
    /// <returns>A task that completes when the answer was accepted.</returns>
    public abstract ValueTask SendAsync<T>(T argument);

    /// <summary>Answers with two arguments.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <param name="argument1">The first argument.</param>
    /// <param name="argument2">The second argument.</param>
    /// <returns>A task that completes when the answer was accepted.</returns>
    public abstract ValueTask SendAsync<T1, T2>(T1 argument1, T2 argument2);

    /// <summary>Answers with arguments that have come from a client, just as they came.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>A task that completes when the answer was accepted.</returns>
    public abstract ValueTask SendAsync(SocketIOArguments arguments);
}
