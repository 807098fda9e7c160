using System.Security.Claims;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO;

/// <summary>One client in one namespace. All members may be used from any thread.</summary>
public abstract class SocketIOSocket : ISocketIOEmitter
{
    private protected SocketIOSocket()
    {
    }

    /// <summary>Gets the id of the socket: 20 random characters, made anew whenever the client joins, known to the client, and a room of its own.</summary>
    public abstract string Id { get; }

    /// <summary>Gets the name of the namespace, with its slash.</summary>
    public abstract string Namespace { get; }

    /// <summary>Gets the values that the name of the namespace has for the parameters of its pattern; empty where it is none.</summary>
    public abstract IReadOnlyDictionary<string, string> NamespaceValues { get; }

    /// <summary>Gets the connection, which a client's sockets in several namespaces share.</summary>
    public abstract EngineIOConnection Connection { get; }

    /// <summary>Gets what the client has said of itself.</summary>
    public abstract SocketIOHandshake Handshake { get; }

    /// <summary>Gets the user, as authenticated by the newest request of the connection.</summary>
    public virtual ClaimsPrincipal User => Connection.User;

    /// <summary>Gets the stable name of the user; <see langword="null"/> where the user is not authenticated.</summary>
    public virtual string? UserId => Connection.UserId;

    /// <summary>Gets a place to keep things that belong to the socket. It is not synchronised. A recovered socket has that of its predecessor.</summary>
    public abstract IDictionary<string, object?> Data { get; }

    /// <summary>Gets the names of the rooms that the socket is in, its own id among them; none any more once it is disconnected.</summary>
    /// <remarks>The collection is a copy: it does not change.</remarks>
    public abstract IReadOnlyCollection<string> Rooms { get; }

    /// <summary>Gets a value indicating whether the client has joined and not left yet.</summary>
    public abstract bool IsConnected { get; }

    /// <summary>Gets a value indicating whether the client has come back in time to be the same socket again, and was sent what it had missed.</summary>
    public abstract bool IsRecovered { get; }

    /// <summary>Gets a token that is cancelled when the socket is disconnected, whatever the end was.</summary>
    public abstract CancellationToken Disconnected { get; }

    /// <summary>Gets all sockets of the namespace but this one.</summary>
    public abstract ISocketIOAudience Broadcast { get; }

    /// <summary>Gets this socket for events that may get lost: they are dropped unless the transport can take them right now.</summary>
    public abstract ISocketIOEmitter Volatile { get; }

    /// <summary>Joins rooms. Those that the socket is in already, and any once it is disconnected, are passed over.</summary>
    /// <param name="rooms">The names of the rooms: 1 to 256 characters each, compared one by one.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">The socket is in as many rooms as <see cref="EndpointOptions.MaxGroupsPerConnection"/> allows; those named before are joined.</exception>
    public abstract ValueTask JoinAsync(params string[] rooms);

    /// <summary>Leaves rooms. Those that the socket is not in, and the one of its own id, are passed over.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public abstract ValueTask LeaveAsync(params string[] rooms);

    /// <summary>Returns the sockets in any of these rooms, without this one.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public abstract ISocketIOAudience To(params string[] rooms);

    /// <summary>Returns the sockets in any of these rooms, this one included if it is in one.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public abstract ISocketIOAudience In(params string[] rooms);

    /// <summary>Returns all sockets of the namespace without this one and those in any of these rooms.</summary>
    /// <param name="rooms">The names of the rooms.</param>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public abstract ISocketIOAudience Except(params string[] rooms);

    /// <summary>Disconnects the socket from the namespace. Only the first call has an effect.</summary>
    /// <param name="closeConnection">Whether to close the connection as well, and with it the other namespaces of the client.</param>
    /// <returns>A task that completes when the client is told, or gone.</returns>
    public abstract ValueTask DisconnectAsync(bool closeConnection = false);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync(string name, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync<T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default);

    /// <summary>Emits an event and waits for the answer of the client.</summary>
    /// <typeparam name="TResult">The type of the first argument of the answer; the namespace needs JSON metadata for it.</typeparam>
    /// <param name="name">The name of the event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first argument of the answer; the default of its type where the answer has none.</returns>
    /// <remarks>Answers get past the events that wait for a handler, so that a handler may wait for one.</remarks>
    /// <exception cref="ArgumentException"><paramref name="name"/> is reserved.</exception>
    /// <exception cref="InvalidOperationException">The namespace has no metadata for a type, the client has not joined yet, or as many answers are waited for as <see cref="SocketIOOptions.MaxPendingAcks"/> allows.</exception>
    /// <exception cref="SocketIOAckTimeoutException">The client did not answer within <see cref="SocketIOOptions.AckTimeout"/>.</exception>
    /// <exception cref="SocketIODisconnectedException">The client has left, or did before it answered.</exception>
    /// <exception cref="System.Text.Json.JsonException">The answer is something else.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the answer came.</exception>
    public abstract Task<TResult> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="argument">Its argument, written as what it is at run time; the namespace needs JSON metadata for that type.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    public abstract Task<TResult> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="argument1">Its first argument, written as what it is at run time.</param>
    /// <param name="argument2">Its second argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    public abstract Task<TResult> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default);

    /// <param name="name">The name of the event.</param>
    /// <param name="arguments">Its arguments, each written as what it is at run time. An array of another type is one argument.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="EmitWithAckAsync{TResult}(string, CancellationToken)"/>
    public abstract Task<TResult> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default);

    /// <summary>Makes what answers an event of the client; it does nothing where the client wants no answer.</summary>
    internal abstract SocketIOAck CreateAck(ulong? id);

    /// <summary>Answers an event of the client without arguments. Once for each, unless <see cref="CreateAck"/> has made what does.</summary>
    internal abstract ValueTask AnswerAsync(ulong id);

    /// <summary>Answers an event of the client with a value. Once for each, unless <see cref="CreateAck"/> has made what does.</summary>
    internal abstract ValueTask AnswerAsync<T>(ulong id, T value);
}
