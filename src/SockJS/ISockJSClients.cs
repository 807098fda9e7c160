namespace SockJS;

/// <summary>The connections of an endpoint, from wherever messages for them arise: handlers, controllers, background services.</summary>
/// <remarks>
/// What is sent reaches the connections of all servers that share a <see cref="IBackplane"/>. What is enumerated, counted or found are the
/// connections of this process.
/// </remarks>
public interface ISockJSClients
{
    /// <summary>Gets all connections.</summary>
    ISockJSAudience All { get; }

    /// <summary>Gets the open connections of this process, one by one.</summary>
    IEnumerable<SockJSConnection> Connections { get; }

    /// <summary>Returns the connections that have joined a group.</summary>
    /// <param name="name">The name of the group: 1 to 256 characters, compared one by one.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    ISockJSGroup Group(string name);

    /// <summary>Returns the connections of a user.</summary>
    /// <param name="userId">
    /// The claim <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/> of the user that opened the connection, else the claim
    /// <c>sub</c>, else the name of the identity.
    /// </param>
    /// <exception cref="ArgumentException">The user id is empty.</exception>
    ISockJSAudience User(string userId);

    /// <summary>Returns a single connection, to be sent to as others are: without a wait, unless <see cref="SlowClientPolicy"/> says so.</summary>
    /// <param name="id">Its <see cref="SockJSConnection.Id"/>.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    ISockJSAudience Connection(string id);

    /// <summary>Finds an open connection of this process.</summary>
    /// <param name="id">Its <see cref="SockJSConnection.Id"/>.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    SockJSConnection? Find(string id);

    /// <summary>Counts the open connections of this process by the transport that they use at present.</summary>
    IReadOnlyDictionary<SockJSTransports, int> CountByTransport();
}
