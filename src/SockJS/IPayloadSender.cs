namespace SockJS;

/// <summary>Sends messages whose payloads are values, to one connection or many.</summary>
internal interface IPayloadSender
{
    /// <summary>Sends a value as JSON, without an envelope.</summary>
    ValueTask SendAsync<T>(T payload, CancellationToken cancellationToken);

    /// <summary>Sends a named message.</summary>
    ValueTask SendAsync<T>(string name, T payload, CancellationToken cancellationToken);

    /// <summary>Returns the client interface of the endpoint.</summary>
    TClient Client<TClient>()
        where TClient : class;
}
