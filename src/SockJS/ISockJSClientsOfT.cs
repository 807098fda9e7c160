namespace SockJS;

/// <summary>The connections of an endpoint class, to be injected wherever messages for them arise: handlers, controllers, background services.</summary>
/// <typeparam name="TEndpoint">The endpoint class. Where it is mapped at several prefixes, the connections of all of them are meant.</typeparam>
public interface ISockJSClients<TEndpoint> : ISockJSClients
    where TEndpoint : class;
