using Microsoft.AspNetCore.Routing;
using SockJS;
using SockJS.Hosting;
using SockJS.SourceGeneration;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps SockJS endpoints.</summary>
public static class SockJSEndpointRouteBuilderExtensions
{
    /// <summary>Maps an endpoint whose handler reads the messages itself, for instance with <c>await foreach (var message in connection.ReadAllAsync())</c>.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path that all URLs of the endpoint share, such as <c>/echo</c>.</param>
    /// <param name="handler">Handles one connection. When it returns, the connection is closed with code 1000.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <returns>A builder whose conventions apply to every route of the endpoint.</returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> breaks a rule for prefixes.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSockJS</c> was not called.</exception>
    public static SockJSEndpointConventionBuilder MapSockJS(
        this IEndpointRouteBuilder endpoints, string prefix, Func<SockJSConnection, Task> handler, Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var endpoint = SockJSEndpoint.Create(endpoints, prefix, type: null, configure, (formats, failures) =>
        {
            var format = formats.Create();
            return (new DelegateRunner(handler, format, failures), format);
        });
        return EndpointMapper.Map(endpoints, endpoint, type: null, metadata: []);
    }

    /// <summary>Maps a class that has the attribute <see cref="SockJSEndpointAttribute"/>, at its prefix and with settings of its own.</summary>
    /// <typeparam name="T">The annotated class.</typeparam>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <inheritdoc cref="MapSockJS(IEndpointRouteBuilder, string, Func{SockJSConnection, Task}, Action{SockJSOptions}?)"/>
    public static SockJSEndpointConventionBuilder MapSockJS<T>(this IEndpointRouteBuilder endpoints, Action<SockJSOptions> configure)
        where T : class, ISockJSEndpoint<T>
        => endpoints.MapSockJS<T>(prefix: null, configure);

    /// <summary>Maps a class that has the attribute <see cref="SockJSEndpointAttribute"/>.</summary>
    /// <typeparam name="T">The annotated class.</typeparam>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">A prefix in place of the attribute's.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <inheritdoc cref="MapSockJS(IEndpointRouteBuilder, string, Func{SockJSConnection, Task}, Action{SockJSOptions}?)"/>
    public static SockJSEndpointConventionBuilder MapSockJS<T>(
        this IEndpointRouteBuilder endpoints, string? prefix = null, Action<SockJSOptions>? configure = null)
        where T : class, ISockJSEndpoint<T>
    {
        var descriptor = T.Describe();
        var endpoint = SockJSEndpoint.Create(endpoints, prefix ?? descriptor.Prefix, typeof(T), configure, (formats, failures) =>
        {
            var format = formats.Create(
                descriptor.Shape, descriptor.JsonContext, descriptor.KeepsJsonOptions, descriptor.Client is { } client ? client.Create : null);
            return (new ClassRunner<T>(descriptor.Build(format), format, failures, endpoints.ServiceProvider), format);
        }, descriptor.Manager);
        return EndpointMapper.Map(endpoints, endpoint, typeof(T), descriptor.Metadata);
    }
}
