using SockJS.Transports;
using SockJS.Transports.WebSockets;

namespace SockJS.Hosting;

/// <summary>The URLs of an endpoint: what the protocol's section 2 lists, less the transports that are off.</summary>
internal sealed class RouteTable(SockJSEndpoint endpoint, OriginPolicy origins)
{
    private const SockJSTransports SendingByXhr =
        SockJSTransports.XhrStreaming | SockJSTransports.XhrPolling | SockJSTransports.EventSource | SockJSTransports.HtmlFile;

    private const RouteTraits Info = RouteTraits.ChecksOrigin | RouteTraits.Cors | RouteTraits.Preflight | RouteTraits.NoCache;
    private const RouteTraits Socket = RouteTraits.ChecksOrigin | RouteTraits.Long | RouteTraits.WebSocket;
    private const RouteTraits Sender = RouteTraits.Session | RouteTraits.ChecksOrigin | RouteTraits.NoCache | RouteTraits.Cookie;
    private const RouteTraits Receiver = Sender | RouteTraits.Long;
    private const RouteTraits Xhr = RouteTraits.Cors | RouteTraits.Preflight;

    public IEnumerable<SockJSRoute> Routes()
    {
        var options = endpoint.Options;
        yield return new SockJSRoute("", "GET", RouteTraits.None, GreetingEndpoint.RunAsync);
        yield return new SockJSRoute("info", "GET", Info, new InfoEndpoint(options).RunAsync);
        if (IsOn(SockJSTransports.Iframe))
            yield return new SockJSRoute("{page}", "GET", RouteTraits.IframePage, new IframeEndpoint(options, origins, endpoint.Time).RunAsync);
        if (IsOn(SockJSTransports.RawWebSocket))
            yield return Route("websocket", "GET", Socket, new RawWebSocketTransport());
        if (IsOn(SockJSTransports.WebSocket))
            yield return Route("websocket", "GET", Socket | RouteTraits.Session, new WebSocketTransport());
        if (IsOn(SockJSTransports.XhrStreaming))
            yield return Route("xhr_streaming", "POST", Receiver | Xhr, new XhrStreaming());
        if (IsOn(SockJSTransports.XhrPolling))
            yield return Route("xhr", "POST", Receiver | Xhr, new XhrPolling());
        if (IsOn(SendingByXhr))
            yield return Route("xhr_send", "POST", Sender | Xhr, new XhrSend());
        if (IsOn(SockJSTransports.EventSource))
            yield return Route("eventsource", "GET", Receiver | RouteTraits.Cors, new EventSource());
        if (IsOn(SockJSTransports.HtmlFile))
            yield return Route("htmlfile", "GET", Receiver, new HtmlFile());
        if (!IsOn(SockJSTransports.JsonpPolling))
            yield break;
        yield return Route("jsonp", "GET", Receiver, new JsonpPolling());
        yield return Route("jsonp_send", "POST", Sender, new JsonpSend());
    }

    private bool IsOn(SockJSTransports any) => (endpoint.Options.Transports & any) != 0;

    private SockJSRoute Route(string name, string method, RouteTraits traits, ITransport transport)
        => new(name, method, traits, http => transport.RunAsync(http, endpoint.Sessions));
}
