namespace SockJS;

/// <summary>The connections of an endpoint that have joined a group: a name that exists as long as it has members.</summary>
/// <remarks>A connection is in at most <see cref="EndpointOptions.MaxGroupsPerConnection"/> groups, and in none any more when it has ended.</remarks>
public interface ISockJSGroup : ISockJSAudience
{
    /// <summary>Gets the name of the group.</summary>
    string Name { get; }

    /// <summary>Gets the members that are open at present.</summary>
    IReadOnlyCollection<SockJSConnection> Members { get; }

    /// <summary>Lets a connection join. It leaves by itself when it ends, whatever the end.</summary>
    /// <param name="connection">A connection of this endpoint.</param>
    /// <returns><see langword="true"/> where it is a member now and was none; <see langword="false"/> where it was one already, or is closed.</returns>
    /// <exception cref="ArgumentException">The connection is one of another endpoint.</exception>
    /// <exception cref="InvalidOperationException">The connection is in <see cref="EndpointOptions.MaxGroupsPerConnection"/> groups already.</exception>
    ValueTask<bool> AddAsync(SockJSConnection connection);

    /// <summary>Lets a connection leave.</summary>
    /// <param name="connection">A connection of this endpoint.</param>
    /// <returns><see langword="true"/> where it was a member; <see langword="false"/> where it was none.</returns>
    /// <exception cref="ArgumentException">The connection is one of another endpoint.</exception>
    ValueTask<bool> RemoveAsync(SockJSConnection connection);

    /// <summary>Calls an observer for each connection that joins from now on.</summary>
    /// <param name="observer">
    /// Called on the thread of whoever changed the group, for one change at a time and for each connection in order. It should return
    /// quickly; what it throws is logged.
    /// </param>
    /// <returns>What ends the observation when it is disposed.</returns>
    IDisposable OnJoin(Action<SockJSConnection> observer);

    /// <summary>Calls an observer for each connection that leaves from now on, also those that leave as they end.</summary>
    /// <param name="observer"><inheritdoc cref="OnJoin" path="/param[@name='observer']/node()"/></param>
    /// <returns>What ends the observation when it is disposed.</returns>
    IDisposable OnLeave(Action<SockJSConnection> observer);
}
