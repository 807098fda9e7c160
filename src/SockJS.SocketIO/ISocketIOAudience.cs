namespace SockJS.SocketIO;

/// <summary>
/// Sockets of a namespace that are spoken to as one: those in any of some rooms, or all, without those in any of some others. They are looked
/// up anew for each call; the object itself does not change, so that it may be kept.
/// </summary>
/// <remarks>
/// What is emitted, and who is made to join, leave or disconnect, are the sockets of all servers that share a <see cref="IBackplane"/>. Who is
/// fetched or asked for an answer are the sockets of this process.
/// </remarks>
public interface ISocketIOAudience : ISocketIOEmitter
{
    /// <summary>Gets the same sockets for events that may get lost: they go to those only whose transport can take them right now.</summary>
    ISocketIOAudience Volatile { get; }

    /// <summary>Adds rooms. The first call narrows all sockets down to those of the rooms, each further one adds to them.</summary>
    /// <param name="rooms">The names of the rooms: 1 to 256 characters each.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">The sockets are those of a user, which are not narrowed down to rooms.</exception>
    ISocketIOAudience To(params string[] rooms);

    /// <summary>The same as <see cref="To"/>.</summary>
    /// <inheritdoc cref="To"/>
    ISocketIOAudience In(params string[] rooms);

    /// <summary>Leaves out the sockets that are in any of these rooms; each socket is in the room of its own id.</summary>
    /// <param name="rooms">The names of the rooms: 1 to 256 characters each.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    ISocketIOAudience Except(params string[] rooms);

    /// <summary>Returns the same sockets, with another time to wait for their answers.</summary>
    /// <param name="timeout">The time; <see cref="Timeout.InfiniteTimeSpan"/> to wait as long as they stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero or negative.</exception>
    ISocketIOAudience WithTimeout(TimeSpan timeout);

    /// <summary>Emits an event and collects the answers, one of each socket of this process.</summary>
    /// <typeparam name="TResult">The type of the first argument of an answer; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answers, in the order in which they came; none where there are no sockets.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is reserved.</exception>
    /// <exception cref="SocketIOAckTimeoutException">Not all have answered in time, or some have left, or answered something else; it has the answers that came.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before all had answered.</exception>
    Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="argument">Its argument, written as what it is at run time; the namespace needs JSON metadata for that type.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">Its first argument, written as what it is at run time.</param>
    /// <param name="argument2">Its second argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="arguments">Its arguments, each written as what it is at run time. An array of another type is one argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default);

    /// <summary>Returns the sockets of this process.</summary>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<IReadOnlyList<SocketIOSocket>> FetchSocketsAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes the sockets join rooms.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    ValueTask JoinAsync(params string[] rooms);

    /// <summary>Makes the sockets leave rooms.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    ValueTask LeaveAsync(params string[] rooms);

    /// <summary>Disconnects the sockets from the namespace.</summary>
    /// <param name="closeConnection">Whether to close their connections as well, and with them the other namespaces of the client.</param>
    ValueTask DisconnectAsync(bool closeConnection = false);
}
