using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using SockJS.Transports;
using SockJS.Transports.WebSockets;

namespace SockJS.Hosting;

/// <summary>The URLs of an endpoint, as a flat table of routes.</summary>
internal static class EndpointMapper
{
    private const string Session = $"/{{{SessionAccess.ServerParameter}}}/{{{SessionAccess.SessionParameter}}}/";
    private const string Get = "GET";
    private const string GetAndPreflight = "GET, OPTIONS";
    private const string Post = "POST";
    private const string PostAndPreflight = "POST, OPTIONS";

    public static SockJSEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, SockJSEndpoint endpoint, Type? type, IReadOnlyList<object> metadata)
    {
        var group = endpoints.MapGroup(endpoint.Prefix);
        foreach (var item in metadata)
            group.WithMetadata(item);
        group.WithMetadata(new SockJSEndpointMetadata(endpoint.Prefix, type), new NoStatusPages(), new OutputCacheAttribute { NoStore = true });
#if NET10_0_OR_GREATER
        // Clients take a login page for an answer; 401 is one they understand.
        group.DisableCookieRedirect();
#endif

        var origins = new OriginPolicy(endpoint.Options);
        foreach (var route in RoutesOf(endpoint, origins))
        {
            var handler = new RouteHandler(route, endpoint, origins);
            var mapped = group.Map(route.Pattern, handler.RunAsync).WithDisplayName($"SockJS {endpoint.Prefix}{route.Pattern}");
            if (route.IsLong)
                MarkAsLong(mapped);
        }

        // Whatever else lies below the prefix is nobody's, and must not fall through to the page of a single-page application.
        group.Map("/{**rest}", static http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        }).WithDisplayName($"SockJS {endpoint.Prefix} (unknown URL)");
        return new SockJSEndpointConventionBuilder(group);
    }

    private static IEnumerable<SockJSRoute> RoutesOf(SockJSEndpoint endpoint, OriginPolicy origins)
    {
        var options = endpoint.Options;
        yield return new SockJSRoute("", Get, RouteTraits.None, GreetingEndpoint.RunAsync);
        yield return new SockJSRoute("/info", GetAndPreflight, RouteTraits.Cors | RouteTraits.NoCache | RouteTraits.ChecksOrigin, new InfoEndpoint(options).RunAsync);

        var transports = options.Transports;
        if (transports.HasFlag(SockJSTransports.Iframe))
            yield return new SockJSRoute("/{page}", Get, RouteTraits.None, new IframeEndpoint(options, origins, endpoint.Time).RunAsync);
        if (transports.HasFlag(SockJSTransports.RawWebSocket))
            yield return Socket("/websocket", new RawWebSocketTransport());
        if (transports.HasFlag(SockJSTransports.WebSocket))
            yield return Socket(Session + "websocket", new WebSocketTransport());
        if (transports.HasFlag(SockJSTransports.XhrStreaming))
            yield return Receiver("xhr_streaming", PostAndPreflight, RouteTraits.Cors, new XhrStreaming());
        if (transports.HasFlag(SockJSTransports.XhrPolling))
            yield return Receiver("xhr", PostAndPreflight, RouteTraits.Cors, new XhrPolling());
        if (transports.HasFlag(SockJSTransports.EventSource))
            yield return Receiver("eventsource", Get, RouteTraits.Cors, new EventSource());
        if (transports.HasFlag(SockJSTransports.HtmlFile))
            yield return Receiver("htmlfile", Get, RouteTraits.None, new HtmlFile());
        if (transports.HasFlag(SockJSTransports.JsonpPolling))
        {
            yield return Receiver("jsonp", Get, RouteTraits.None, new JsonpPolling());
            yield return Sender("jsonp_send", Post, RouteTraits.None, new JsonpSend());
        }

        const SockJSTransports SendByXhr = SockJSTransports.XhrStreaming | SockJSTransports.XhrPolling | SockJSTransports.EventSource | SockJSTransports.HtmlFile;
        if ((transports & SendByXhr) != 0)
            yield return Sender("xhr_send", PostAndPreflight, RouteTraits.Cors, new XhrSend());

        SockJSRoute Socket(string pattern, ITransport transport)
            => new(pattern, Get, RouteTraits.ChecksOrigin | RouteTraits.IsLong, http => transport.RunAsync(http, endpoint.Sessions));

        SockJSRoute Receiver(string name, string methods, RouteTraits traits, ITransport transport)
            => Sender(name, methods, traits | RouteTraits.IsLong, transport);

        SockJSRoute Sender(string name, string methods, RouteTraits traits, ITransport transport)
            => new(
                Session + name,
                methods,
                traits | RouteTraits.ChecksOrigin | RouteTraits.NoCache | RouteTraits.Cookie,
                http => transport.RunAsync(http, endpoint.Sessions));
    }

    // A request that lasts as long as its client says nothing of how fast the application is, and must not time out.
    private static void MarkAsLong(IEndpointConventionBuilder route)
    {
        route.WithMetadata(new DisableRequestTimeoutAttribute());
#if NET9_0_OR_GREATER
        route.DisableHttpMetrics();
#endif
    }
}
