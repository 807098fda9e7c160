namespace SockJS;

/// <summary>Conveniences over <see cref="ISockJSAudience"/>. Values are written once for all connections, in the shape of the endpoint.</summary>
public static class SockJSAudienceExtensions
{
    /// <summary>Sends a value as JSON, without an envelope.</summary>
    /// <typeparam name="T">The type of the value; the endpoint needs JSON metadata for it.</typeparam>
    /// <param name="audience">The connections.</param>
    /// <param name="payload">The value.</param>
    /// <param name="cancellationToken">Ends the sending; connections that were already served keep the message.</param>
    /// <returns>A task that completes when each connection accepted the message or <see cref="SlowClientPolicy"/> decided.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has no metadata for the type, or is not mapped.</exception>
    public static ValueTask SendAsync<T>(this ISockJSAudience audience, T payload, CancellationToken cancellationToken = default)
        => PayloadsOf(audience).SendAsync(payload, cancellationToken);

    /// <summary>Sends a named message in the shape of the endpoint, <c>{"type":"name","data":…}</c> unless it has another.</summary>
    /// <typeparam name="T">The type of the payload; the endpoint needs JSON metadata for it.</typeparam>
    /// <param name="audience">The connections.</param>
    /// <param name="name">The name of the message.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="cancellationToken">Ends the sending; connections that were already served keep the message.</param>
    /// <returns>A task that completes when each connection accepted the message or <see cref="SlowClientPolicy"/> decided.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has no metadata for the type, or is not mapped.</exception>
    public static ValueTask SendAsync<T>(this ISockJSAudience audience, string name, T payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return PayloadsOf(audience).SendAsync(name, payload, cancellationToken);
    }

    /// <summary>Returns the client interface of the endpoint, whose methods send messages to all these connections.</summary>
    /// <typeparam name="TClient">The interface that the endpoint class names (<see cref="SockJSEndpointAttribute.Client"/>).</typeparam>
    /// <param name="audience">The connections.</param>
    /// <exception cref="InvalidOperationException">The endpoint names another interface, or none, or is not mapped.</exception>
    public static TClient Client<TClient>(this ISockJSAudience audience)
        where TClient : class
        => PayloadsOf(audience).Client<TClient>();

    /// <summary>Returns the same set without some connections.</summary>
    /// <param name="audience">The connections.</param>
    /// <param name="connections">Those to leave out; the ones that are not in the set do no harm.</param>
    public static ISockJSAudience Except(this ISockJSAudience audience, params SockJSConnection[] connections)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(connections);
        return audience.Except([.. connections.Select(static connection => connection.Id)]);
    }

    private static IPayloadSender PayloadsOf(ISockJSAudience audience)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return audience is IPayloadTarget target
            ? target.Payloads
            : throw new NotSupportedException("These connections have no JSON settings, so they can be sent text only.");
    }
}
