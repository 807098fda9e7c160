namespace SockJS.ClientTests.Clients;

/// <summary>The transports of the official client, by the names that its <c>transports</c> option takes.</summary>
internal static class ClientTransports
{
    /// <summary>Those that Node.js has.</summary>
    public static readonly string[] OfNode = ["websocket", "xhr-streaming", "eventsource", "xhr-polling"];

    /// <summary>Those that a current browser has for endpoints of any origin.</summary>
    public static readonly string[] OfBrowsers =
    [
        "websocket", "xhr-streaming", "eventsource", "iframe-eventsource", "iframe-htmlfile",
        "xhr-polling", "iframe-xhr-polling", "jsonp-polling",
    ];

    /// <summary>Those that a current browser has for endpoints of the page's own origin.</summary>
    public static readonly string[] OfSameOrigin = [.. OfBrowsers, "htmlfile"];

    /// <summary>Those that keep one response open for many messages.</summary>
    public static readonly string[] Streaming = ["xhr-streaming", "eventsource", "iframe-eventsource", "htmlfile", "iframe-htmlfile"];

    /// <summary>Those that only Internet Explorer 8 and 9 have.</summary>
    public static readonly string[] Extinct = ["xdr-streaming", "xdr-polling"];

    /// <summary>The last segment of the URL from which a transport receives.</summary>
    public static string Receiver(string transport) => transport.Replace("iframe-", "", StringComparison.Ordinal) switch
    {
        "xhr-streaming" => "xhr_streaming",
        "xhr-polling" => "xhr",
        "jsonp-polling" => "jsonp",
        var same => same,
    };
}
