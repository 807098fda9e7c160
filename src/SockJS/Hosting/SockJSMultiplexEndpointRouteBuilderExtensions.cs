using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using SockJS;
using SockJS.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps multiplexed SockJS endpoints.</summary>
public static class SockJSMultiplexEndpointRouteBuilderExtensions
{
    /// <summary>Maps an endpoint whose connections carry several channels each. Clients open them with the package <c>websocket-multiplex</c>.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/multiplex</c>.</param>
    /// <param name="channels">Adds the channels.</param>
    /// <param name="configure">Changes the settings of this endpoint, which are those of its channels too.</param>
    /// <returns>A builder whose conventions apply to every route of the endpoint, and so to all its channels.</returns>
    /// <remarks>
    /// The attributes of a channel class become metadata of the endpoint: its routes are shared, so that what one channel demands all do.
    /// <see cref="AllowAnonymousAttribute"/> is left out, as it would take away what other channels demand.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> breaks a rule for prefixes.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSockJS</c> was not called, or no channel was added.</exception>
    public static SockJSEndpointConventionBuilder MapSockJSMultiplex(
        this IEndpointRouteBuilder endpoints, string prefix, Action<SockJSChannelsBuilder> channels, Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(channels);
        var builder = new SockJSChannelsBuilder();
        channels(builder);
        if (builder.Channels.Count == 0)
            throw new InvalidOperationException($"The multiplexed SockJS endpoint \"{prefix}\" has no channels: add them with Add or AddSockJSChannels.");

        var endpoint = SockJSEndpoint.Create(
            endpoints, prefix, type: null, configure, (formats, failures) => new MultiplexerFactory(endpoints.ServiceProvider, prefix, builder.Channels).Create(formats, failures));
        var metadata = builder.Channels.SelectMany(static channel => channel.Metadata).Where(static item => item is not IAllowAnonymous);
        return EndpointMapper.Map(endpoints, endpoint, type: null, [.. metadata]);
    }
}
