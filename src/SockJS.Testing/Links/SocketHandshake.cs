using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Testing.Http;

namespace SockJS.Testing.Links;

/// <summary>Asks for a WebSocket (RFC 6455, 4.1), and checks the answer.</summary>
/// <param name="toServer">What the server will read.</param>
/// <param name="toClient">What it will write.</param>
/// <param name="pieceSize">Tells how many bytes it reads at once.</param>
internal sealed class SocketHandshake(ByteQueue toServer, ByteQueue toClient, Func<int> pieceSize)
{
    // RFC 6455, 1.3.
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
    private UpgradeFeature? _upgrade;

    /// <summary>Gets a task with the headers of the answer, for a request that was prepared.</summary>
    public Task<IHeaderDictionary> Upgraded => _upgrade!.Upgraded;

    public void Prepare(HttpContext http)
    {
        var headers = http.Request.Headers;
        headers.Connection = "Upgrade";
        headers.Upgrade = "websocket";
        headers.SecWebSocketVersion = "13";
        headers.SecWebSocketKey = _key;
        _upgrade = new UpgradeFeature(http, new UpgradedStream(toServer, toClient, pieceSize));
        http.Features.Set<IHttpUpgradeFeature>(_upgrade);
        // Whoever breaks off, the streams of both sides are dead then.
        http.RequestAborted.UnsafeRegister(static handshake => ((SocketHandshake)handshake!).Abort(), this);
    }

    /// <exception cref="SockJSTestException">A browser would not take the answer.</exception>
    public void Check(IHeaderDictionary headers)
    {
#pragma warning disable CA5350 // RFC 6455 wants this hash.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(_key + AcceptSuffix)));
#pragma warning restore CA5350
        if (headers.SecWebSocketAccept != accept || !string.Equals(headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase))
            throw new SockJSTestException("The answer to the WebSocket handshake is wrong");
        if (headers.SecWebSocketProtocol.Count + headers.SecWebSocketExtensions.Count > 0)
            throw new SockJSTestException("The server chose a protocol or an extension that the client did not offer");
    }

    private void Abort()
    {
        toServer.Abort();
        toClient.Abort();
    }
}
