namespace SockJS;

/// <summary>Finds the connections of an endpoint by its prefix, which is how those that were mapped with a delegate are reached.</summary>
public interface ISockJSClientsProvider
{
    /// <summary>Returns the connections of an endpoint; for an endpoint class, those of all its prefixes.</summary>
    /// <param name="prefix">The prefix, as it was given to <c>MapSockJS</c> or to <see cref="SockJSEndpointAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">No endpoint is mapped there, or not yet.</exception>
    ISockJSClients At(string prefix);

    /// <summary>Returns the channels of a topic of a multiplexed endpoint; for a channel class, those of all topics it was added with.</summary>
    /// <param name="prefix">The prefix of the endpoint.</param>
    /// <param name="topic">The topic, as it was given to <c>Add</c> or to <see cref="SockJSChannelAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">No such channel is mapped there, or not yet.</exception>
    ISockJSClients At(string prefix, string topic);
}
