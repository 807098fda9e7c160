namespace SockJS;

/// <summary>Finds the connections of an endpoint by its prefix, which is how those that were mapped with a delegate are reached.</summary>
public interface ISockJSClientsProvider
{
    /// <summary>Returns the connections of an endpoint; for an endpoint class, those of all its prefixes.</summary>
    /// <param name="prefix">The prefix, as it was given to <c>MapSockJS</c> or to <see cref="SockJSEndpointAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">No endpoint is mapped there, or not yet.</exception>
    ISockJSClients At(string prefix);
}
