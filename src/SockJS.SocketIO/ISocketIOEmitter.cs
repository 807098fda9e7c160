namespace SockJS.SocketIO;

/// <summary>Something that events are emitted to: one client, or many.</summary>
/// <remarks>
/// Arguments are written as JSON, binary ones (<c>byte[]</c> and <c>ReadOnlyMemory&lt;byte&gt;</c>, on their own or inside other
/// values) as attachments. The names <c>connect</c>, <c>connect_error</c>, <c>disconnect</c>, <c>disconnecting</c>, <c>newListener</c> and
/// <c>removeListener</c> are reserved.
/// </remarks>
public interface ISocketIOEmitter
{
    /// <summary>Emits an event without arguments.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <returns>A task that completes when the event was accepted.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is reserved.</exception>
    /// <exception cref="SocketIODisconnectedException">The client has left, or did before there was room; not where events go to many.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before there was room.</exception>
    ValueTask EmitAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Emits an event.</summary>
    /// <typeparam name="T">The type of the argument; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for the type.</exception>
    /// <inheritdoc cref="EmitAsync(string, CancellationToken)"/>
    ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default);

    /// <summary>Emits an event with two arguments.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">Its first argument.</param>
    /// <param name="argument2">Its second argument.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for a type.</exception>
    /// <inheritdoc cref="EmitAsync(string, CancellationToken)"/>
    ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default);

    /// <summary>Emits an event with three arguments.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">Its first argument.</param>
    /// <param name="argument2">Its second argument.</param>
    /// <param name="argument3">Its third argument.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for a type.</exception>
    /// <inheritdoc cref="EmitAsync(string, CancellationToken)"/>
    ValueTask EmitAsync<T1, T2, T3>(string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default);

    /// <summary>Emits an event with four arguments.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">Its first argument.</param>
    /// <param name="argument2">Its second argument.</param>
    /// <param name="argument3">Its third argument.</param>
    /// <param name="argument4">Its fourth argument.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for a type.</exception>
    /// <inheritdoc cref="EmitAsync(string, CancellationToken)"/>
    ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default);

    /// <summary>Emits an event with arguments that have come from a client, just as they came.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <inheritdoc cref="EmitAsync(string, CancellationToken)"/>
    ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default);
}
