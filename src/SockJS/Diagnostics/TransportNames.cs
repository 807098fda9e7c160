namespace SockJS.Diagnostics;

/// <summary>The names of the transports as their clients know them.</summary>
internal static class TransportNames
{
    public static string Of(SockJSTransports transport) => transport switch
    {
        SockJSTransports.WebSocket => "websocket",
        SockJSTransports.RawWebSocket => "rawwebsocket",
        SockJSTransports.XhrStreaming => "xhr-streaming",
        SockJSTransports.XhrPolling => "xhr-polling",
        SockJSTransports.EventSource => "eventsource",
        SockJSTransports.HtmlFile => "htmlfile",
        SockJSTransports.JsonpPolling => "jsonp-polling",
        _ => "other",
    };
}
