using System.Net.WebSockets;

namespace SockJS.Adapters;

/// <summary>Translates what WebSockets are closed with. The codes of RFC 6455 below 3000 are not for applications of SockJS, but for 1000.</summary>
internal static class WebSocketCloseCodes
{
    // What a code below 3000 becomes is of the range that belongs to applications: 1008, for instance, 4008.
    private const int Shift = 3000;

    /// <summary>Returns the code to send.</summary>
    /// <exception cref="ArgumentException">No close frame may have the status.</exception>
    public static int Sent(WebSocketCloseStatus status) => (int)status switch
    {
        1000 or (int)WebSocketCloseStatus.Empty => SockJSCloseCodes.Normal,
        SockJSCloseCodes.Abnormal => throw Invalid(status),
        var code and >= 1001 and <= 1014 => code + Shift,
        var code and >= 3000 and <= 4999 => code,
        _ => throw Invalid(status),
    };

    /// <summary>Returns what a handler sees of the end of its connection. One that was lost looks like a page that went away (1001).</summary>
    public static WebSocketCloseStatus Received(SockJSCloseReason reason) => reason.Code switch
    {
        SockJSCloseCodes.NoStatus => WebSocketCloseStatus.NormalClosure,
        SockJSCloseCodes.Abnormal => WebSocketCloseStatus.EndpointUnavailable,
        var code => (WebSocketCloseStatus)code,
    };

    private static ArgumentException Invalid(WebSocketCloseStatus status) => new($"A WebSocket cannot be closed with {(int)status}.", nameof(status));
}
