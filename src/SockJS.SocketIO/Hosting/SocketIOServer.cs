using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Hosting;

/// <summary>What applications inject to reach the sockets of the namespace that a class handles. It may be injected before that is mapped.</summary>
internal sealed class SocketIOServer<TNamespace>(NamespaceDirectory directory) : ISocketIOServer<TNamespace>
    where TNamespace : class
{
    private Found? _found;

    public string Name => Clients.Name;

    public IReadOnlyCollection<string> RoomNames => Clients.RoomNames;

    public ISocketIOAudience Volatile => Clients.Volatile;

    private ISocketIOClients Clients
    {
        get
        {
            var (found, tables) = (_found, directory.Tables);
            if (found?.Tables != tables)
                _found = found = new Found(tables, directory.Of(typeof(TNamespace)));
            return found!.Clients;
        }
    }

    public SocketIOSocket? Find(string id) => Clients.Find(id);

    public ISocketIOAudience User(string userId) => Clients.User(userId);

    public ISocketIOClients Child(string name) => Clients.Child(name);

    public ISocketIOAudience To(params string[] rooms) => Clients.To(rooms);

    public ISocketIOAudience In(params string[] rooms) => Clients.In(rooms);

    public ISocketIOAudience Except(params string[] rooms) => Clients.Except(rooms);

    public ISocketIOAudience WithTimeout(TimeSpan timeout) => Clients.WithTimeout(timeout);

    public ValueTask EmitAsync(string name, CancellationToken cancellationToken = default) => Clients.EmitAsync(name, cancellationToken);

    public ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
        => Clients.EmitAsync(name, argument, cancellationToken);

    public ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => Clients.EmitAsync(name, argument1, argument2, cancellationToken);

    public ValueTask EmitAsync<T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => Clients.EmitAsync(name, argument1, argument2, argument3, cancellationToken);

    public ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => Clients.EmitAsync(name, argument1, argument2, argument3, argument4, cancellationToken);

    public ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default)
        => Clients.EmitAsync(name, arguments, cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default)
        => Clients.EmitWithAckAsync<TResult>(name, cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => Clients.EmitWithAckAsync<TResult>(name, argument, cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => Clients.EmitWithAckAsync<TResult>(name, argument1, argument2, cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => Clients.EmitWithAckAsync<TResult>(name, arguments, cancellationToken);

    public ValueTask<IReadOnlyList<SocketIOSocket>> FetchSocketsAsync(CancellationToken cancellationToken = default)
        => Clients.FetchSocketsAsync(cancellationToken);

    public ValueTask JoinAsync(params string[] rooms) => Clients.JoinAsync(rooms);

    public ValueTask LeaveAsync(params string[] rooms) => Clients.LeaveAsync(rooms);

    public ValueTask DisconnectAsync(bool closeConnection = false) => Clients.DisconnectAsync(closeConnection);

    // What was found holds until another endpoint is mapped.
    private sealed record Found(IReadOnlyList<NamespaceTable> Tables, ISocketIOClients Clients);
}
