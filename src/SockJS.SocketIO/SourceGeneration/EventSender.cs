using System.ComponentModel;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>Emits the events of a client interface.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventSender
{
    private readonly ISocketIOEmitter _emitter;

    internal EventSender(ISocketIOEmitter emitter) => _emitter = emitter;

    /// <summary>Emits an event without arguments.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask EmitAsync(string name, CancellationToken cancellationToken = default)
        => _emitter.EmitAsync(name, cancellationToken);

    /// <summary>Emits an event with an argument.</summary>
    /// <typeparam name="T">The type of the argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
        => _emitter.EmitAsync(name, argument, cancellationToken);

    /// <summary>Emits an event with two arguments.</summary>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => _emitter.EmitAsync(name, argument1, argument2, cancellationToken);

    /// <summary>Emits an event with three arguments.</summary>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <typeparam name="T3">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="argument3">An argument.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask EmitAsync<T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => _emitter.EmitAsync(name, argument1, argument2, argument3, cancellationToken);

    /// <summary>Emits an event with four arguments.</summary>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <typeparam name="T3">The type of an argument.</typeparam>
    /// <typeparam name="T4">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="argument3">An argument.</param>
    /// <param name="argument4">An argument.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => _emitter.EmitAsync(name, argument1, argument2, argument3, argument4, cancellationToken);

    /// <summary>Emits an event without arguments, and waits for the answer of the client.</summary>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TAnswer> EmitWithAckAsync<TAnswer>(string name, CancellationToken cancellationToken = default)
        => Socket(name).EmitWithAckAsync<TAnswer>(name, cancellationToken);

    /// <summary>Emits an event with an argument, and waits for the answer of the client.</summary>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <typeparam name="T">The type of the argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TAnswer> EmitWithAckAsync<TAnswer, T>(string name, T argument, CancellationToken cancellationToken = default)
        => Socket(name).EmitWithAckAsync<TAnswer>(name, [Typed(argument)], cancellationToken);

    /// <summary>Emits an event with two arguments, and waits for the answer of the client.</summary>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TAnswer> EmitWithAckAsync<TAnswer, T1, T2>(
        string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => Socket(name).EmitWithAckAsync<TAnswer>(name, [Typed(argument1), Typed(argument2)], cancellationToken);

    /// <summary>Emits an event with three arguments, and waits for the answer of the client.</summary>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <typeparam name="T3">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="argument3">An argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TAnswer> EmitWithAckAsync<TAnswer, T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => Socket(name).EmitWithAckAsync<TAnswer>(name, [Typed(argument1), Typed(argument2), Typed(argument3)], cancellationToken);

    /// <summary>Emits an event with four arguments, and waits for the answer of the client.</summary>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <typeparam name="T1">The type of an argument.</typeparam>
    /// <typeparam name="T2">The type of an argument.</typeparam>
    /// <typeparam name="T3">The type of an argument.</typeparam>
    /// <typeparam name="T4">The type of an argument.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">An argument.</param>
    /// <param name="argument2">An argument.</param>
    /// <param name="argument3">An argument.</param>
    /// <param name="argument4">An argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TAnswer> EmitWithAckAsync<TAnswer, T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => Socket(name).EmitWithAckAsync<TAnswer>(name, [Typed(argument1), Typed(argument2), Typed(argument3), Typed(argument4)], cancellationToken);

    // As the parameters of the method say, for which there is metadata; not as what comes.
    private static TypedArgument<T> Typed<T>(T argument) => new(argument);

    private SocketIOSocket Socket(string name)
        => _emitter as SocketIOSocket
            ?? throw new InvalidOperationException(
                $"The event \"{name}\" waits for the answer of one client. Emit it by the client interface of a socket, or use ISocketIOAudience.EmitWithAckAsync.");
}
