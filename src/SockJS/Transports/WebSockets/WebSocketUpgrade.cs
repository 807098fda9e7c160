using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol.WebSockets;

namespace SockJS.Transports.WebSockets;

/// <summary>Turns a request into a WebSocket: by Upgrade over HTTP/1.1 (RFC 6455, 4.2), by extended CONNECT over HTTP/2 (RFC 8441).</summary>
internal static class WebSocketUpgrade
{
    public const string NotWebSocket = "Can \"Upgrade\" only to \"WebSocket\".";
    public const string NotUpgrade = "\"Connection\" must be \"Upgrade\".";
    public const string InvalidHandshake = "Not a valid websocket request";

    /// <summary>Tells what is wrong with a handshake; <see langword="null"/> where it is right.</summary>
    public static string? FindError(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (IsExtendedConnect(http))
            return headers.SecWebSocketVersion == "13" ? null : InvalidHandshake;
        if (!string.Equals(headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase))
            return NotWebSocket;
        if (http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true })
            return NotUpgrade;
        return headers.SecWebSocketVersion == "13" && WebSocketHandshake.IsValidKey(headers.SecWebSocketKey) ? null : InvalidHandshake;
    }

    public static async ValueTask<Stream> AcceptAsync(HttpContext http)
    {
        if (IsExtendedConnect(http))
            return await http.Features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync().ConfigureAwait(false);
        var headers = http.Response.Headers;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = WebSocketHandshake.ComputeAccept(http.Request.Headers.SecWebSocketKey!);
        return await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync().ConfigureAwait(false);
    }

    private static bool IsExtendedConnect(HttpContext http)
        => http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: "websocket" };
}
