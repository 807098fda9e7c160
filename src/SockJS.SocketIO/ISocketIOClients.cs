namespace SockJS.SocketIO;

/// <summary>The sockets of a namespace, from wherever there is something to tell them: handlers, controllers, background services.</summary>
/// <remarks>
/// Where the namespace is a pattern, these are the sockets of all its children; rooms are looked for in each. The children are those that have
/// sockets in this process: where servers share an <see cref="IBackplane"/>, their sockets on other servers are reached as well, but no child that
/// has sockets on other servers only. <see cref="Child"/> reaches a child wherever its sockets are.
/// </remarks>
public interface ISocketIOClients : ISocketIOAudience
{
    /// <summary>Gets the name of the namespace, with its slash, or the pattern.</summary>
    string Name { get; }

    /// <summary>Gets the names of the rooms that have members in this process, those of sockets' ids included.</summary>
    IReadOnlyCollection<string> RoomNames { get; }

    /// <summary>Finds a socket of this process.</summary>
    /// <param name="id">Its <see cref="SocketIOSocket.Id"/>.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    SocketIOSocket? Find(string id);

    /// <summary>Returns the sockets of a user.</summary>
    /// <param name="userId">Their <see cref="SocketIOSocket.UserId"/>.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    ISocketIOAudience User(string userId);

    /// <summary>Returns the sockets of one of the namespaces that a pattern stands for.</summary>
    /// <param name="name">The name of that namespace, such as <c>/org-7</c>; it need not have any sockets.</param>
    /// <exception cref="ArgumentException">The name does not fit the pattern, or the namespace is none.</exception>
    ISocketIOClients Child(string name);
}
