using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>What a request says in its query. Of values that come twice the first counts.</summary>
internal readonly struct EngineRequest
{
    private const string Version = "4";

    private EngineRequest(EngineIOTransports transport, string? sessionId, string? version, bool wantsBase64)
    {
        Transport = transport;
        SessionId = sessionId;
        IsVersion4 = version == Version;
        WantsBase64 = wantsBase64;
    }

    /// <summary>Gets the transport; none where it is missing or unknown.</summary>
    public EngineIOTransports Transport { get; }

    /// <summary>Gets the session that is meant; <see langword="null"/> where the client wants a new one.</summary>
    public string? SessionId { get; }

    /// <summary>Gets a value indicating whether the client speaks this revision of the protocol.</summary>
    public bool IsVersion4 { get; }

    /// <summary>Gets a value indicating whether the client wants no bytes over a WebSocket, but base64.</summary>
    public bool WantsBase64 { get; }

    public static EngineRequest Of(HttpRequest request)
    {
        var query = request.Query;
        var transport = First("transport") switch
        {
            "polling" => EngineIOTransports.Polling,
            "websocket" => EngineIOTransports.WebSocket,
            _ => default,
        };
        return new EngineRequest(transport, First("sid"), First("EIO"), query.ContainsKey("b64"));

        string? First(string name) => query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
    }

    /// <summary>Says whether a request can become a WebSocket: an upgrade, or over HTTP/2 a CONNECT.</summary>
    public static bool IsSocket(HttpContext http)
        => http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || IsConnect(http);

    /// <summary>Finds out what is wrong with a request that wants a new session, the hook of the application apart.</summary>
    public EngineError? FindErrorOfHandshake(HttpContext http)
    {
        // A CONNECT stands for the GET of a WebSocket, and has no response with a body.
        if (!HttpMethods.IsGet(http.Request.Method) && !(Transport == EngineIOTransports.WebSocket && IsConnect(http)))
            return EngineError.BadHandshakeMethod;
        return Transport == EngineIOTransports.WebSocket && !IsSocket(http) ? EngineError.BadRequest : null;
    }

    private static bool IsConnect(HttpContext http)
        => http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: "websocket" };
}
