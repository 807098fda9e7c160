namespace SockJS.SocketIO.EngineIO;

/// <summary>The words that other servers use for the same.</summary>
public static class EngineIOCloseReasonExtensions
{
    /// <summary>Returns the reason as applications that come from Node know it, such as <c>transport close</c>.</summary>
    /// <param name="reason">The reason.</param>
    public static string ToText(this EngineIOCloseReason reason) => reason switch
    {
        EngineIOCloseReason.TransportClose => "transport close",
        EngineIOCloseReason.TransportError => "transport error",
        EngineIOCloseReason.PingTimeout => "ping timeout",
        EngineIOCloseReason.ParseError => "parse error",
        EngineIOCloseReason.ServerShuttingDown => "server shutting down",
        _ => "forced close",
    };
}
