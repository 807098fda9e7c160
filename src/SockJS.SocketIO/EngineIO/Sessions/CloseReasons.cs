namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>The reasons of Engine.IO in terms of the runtime, and back. A client is told no code but that of a WebSocket.</summary>
internal static class CloseReasons
{
    public static SockJSCloseReason ClosedByClient { get; } = Reason(SockJSCloseKind.ClientClosed, EngineIOCloseReason.TransportClose);

    public static SockJSCloseReason TransportError { get; } = Reason(SockJSCloseKind.ProtocolError, EngineIOCloseReason.TransportError);

    public static SockJSCloseReason ParseError { get; } = Reason(SockJSCloseKind.ProtocolError, EngineIOCloseReason.ParseError);

    public static SockJSCloseReason PingTimeout { get; } = Reason(SockJSCloseKind.NoPong, EngineIOCloseReason.PingTimeout);

    public static SockJSCloseReason ShuttingDown { get; } = Reason(SockJSCloseKind.ShuttingDown, EngineIOCloseReason.ServerShuttingDown);

    private static SockJSCloseReason Forced { get; } = Reason(SockJSCloseKind.ServerClosed, EngineIOCloseReason.ForcedClose);

    private static SockJSCloseReason TooSlow { get; } = Reason(SockJSCloseKind.TooSlow, EngineIOCloseReason.SlowClient);

    /// <summary>Says in terms of the runtime why a connection is closed.</summary>
    public static SockJSCloseReason Of(EngineIOCloseReason reason) => reason switch
    {
        EngineIOCloseReason.TransportClose => ClosedByClient,
        EngineIOCloseReason.TransportError => TransportError,
        EngineIOCloseReason.ParseError => ParseError,
        EngineIOCloseReason.PingTimeout => PingTimeout,
        EngineIOCloseReason.ServerShuttingDown => ShuttingDown,
        EngineIOCloseReason.SlowClient => TooSlow,
        _ => Forced,
    };

    /// <summary>Says in terms of Engine.IO why a connection has ended.</summary>
    /// <param name="reason">What the runtime knows.</param>
    /// <param name="transport">The transport that it ended on.</param>
    public static EngineIOCloseReason Of(SockJSCloseReason reason, EngineIOTransport transport) => reason.Kind switch
    {
        SockJSCloseKind.ClientClosed => EngineIOCloseReason.TransportClose,
        // A client that polls and breaks off a poll is at fault; one whose socket is gone may have closed it.
        SockJSCloseKind.Lost => transport == EngineIOTransport.Polling ? EngineIOCloseReason.TransportError : EngineIOCloseReason.TransportClose,
        SockJSCloseKind.NoPong => EngineIOCloseReason.PingTimeout,
        SockJSCloseKind.TooSlow => EngineIOCloseReason.SlowClient,
        SockJSCloseKind.ShuttingDown => EngineIOCloseReason.ServerShuttingDown,
        SockJSCloseKind.ProtocolError => reason.Reason == ParseError.Reason ? EngineIOCloseReason.ParseError : EngineIOCloseReason.TransportError,
        _ => EngineIOCloseReason.ForcedClose,
    };

    private static SockJSCloseReason Reason(SockJSCloseKind kind, EngineIOCloseReason reason) => new(kind, SockJSCloseCodes.Normal, reason.ToText());
}
