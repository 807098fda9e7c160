namespace SockJS;

/// <summary>The ways in which a client can reach an endpoint; combined, a set of them.</summary>
[Flags]
public enum SockJSTransports
{
    /// <summary>No transport.</summary>
    None = 0,

    /// <summary>WebSocket with SockJS frames, <c>/&lt;server&gt;/&lt;session&gt;/websocket</c>.</summary>
    WebSocket = 1,

    /// <summary>WebSocket without SockJS frames, <c>/websocket</c>, for clients other than the SockJS client.</summary>
    RawWebSocket = 2,

    /// <summary>One long HTTP response down, POSTs up.</summary>
    XhrStreaming = 4,

    /// <summary>Long polling: one HTTP response per batch of messages.</summary>
    XhrPolling = 8,

    /// <summary>Server-sent events.</summary>
    EventSource = 16,

    /// <summary>A long HTML page in a hidden iframe, for old browsers. It has no <c>Origin</c> to check.</summary>
    HtmlFile = 32,

    /// <summary>Long polling by script tags, for old browsers. It has no <c>Origin</c> to check.</summary>
    JsonpPolling = 64,

    /// <summary>The page <c>/iframe*.html</c> inside which a client runs its <c>iframe-</c> transports. It needs <see cref="SockJSOptions.ClientLibraryUrl"/>.</summary>
    Iframe = 128,

    /// <summary>What current browsers need: <see cref="WebSocket"/>, <see cref="RawWebSocket"/>, <see cref="XhrStreaming"/>, <see cref="XhrPolling"/> and <see cref="EventSource"/>.</summary>
    Modern = WebSocket | RawWebSocket | XhrStreaming | XhrPolling | EventSource,

    /// <summary>What old browsers need: <see cref="HtmlFile"/>, <see cref="JsonpPolling"/> and <see cref="Iframe"/>.</summary>
    Legacy = HtmlFile | JsonpPolling | Iframe,

    /// <summary>All of them.</summary>
    All = Modern | Legacy,
}
