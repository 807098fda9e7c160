using SockJS.Testing.Wire;

namespace SockJS.Testing.Links;

/// <summary>What tells the transports over HTTP apart.</summary>
/// <param name="Method">The method of the request that receives.</param>
/// <param name="Name">The end of its URL.</param>
/// <param name="IsPoll">Whether its response has one frame.</param>
/// <param name="HasCallback">Whether it names a function to call.</param>
/// <param name="CreateFraming">Makes what reads a response.</param>
internal sealed record HttpProfile(string Method, string Name, bool IsPoll, bool HasCallback, Func<string, Framing> CreateFraming)
{
    /// <summary>Gets a value indicating whether messages are sent as a field of a form.</summary>
    public bool SendsForm => Name == "jsonp";

    public string SendName => SendsForm ? "jsonp_send" : "xhr_send";

    public static HttpProfile Of(SockJSTransports transport) => transport switch
    {
        SockJSTransports.XhrStreaming => new("POST", "xhr_streaming", IsPoll: false, HasCallback: false, static _ => new XhrFraming(streaming: true)),
        SockJSTransports.XhrPolling => new("POST", "xhr", IsPoll: true, HasCallback: false, static _ => new XhrFraming(streaming: false)),
        SockJSTransports.EventSource => new("GET", "eventsource", IsPoll: false, HasCallback: false, static _ => new EventSourceFraming()),
        SockJSTransports.HtmlFile => new("GET", "htmlfile", IsPoll: false, HasCallback: true, static callback => new HtmlFileFraming(callback)),
        SockJSTransports.JsonpPolling => new("GET", "jsonp", IsPoll: true, HasCallback: true, static callback => new JsonpFraming(callback)),
        _ => throw new ArgumentException($"A client connects over one transport, and {transport} is none.", nameof(transport)),
    };
}
