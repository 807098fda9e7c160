using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Transports;

namespace SockJS.Hosting;

/// <summary>Tells clients what the endpoint can do. They measure the time it takes, and give every transport a multiple of it.</summary>
internal sealed class InfoEndpoint(SockJSOptions options)
{
    private readonly bool _setsCookie = options.SessionBinding == SockJSSessionBinding.UserAndCookie;

    public async Task RunAsync(HttpContext http)
    {
        if (_setsCookie)
            BindingCookie.Ensure(http, options);
        var body = InfoDocument.Write(
            websocket: options.Transports.HasFlag(SockJSTransports.WebSocket),
            cookieNeeded: _setsCookie || options.CookieMode != SockJSCookieMode.None,
            entropy: Entropy(),
            baseUrl: options.BaseUrlProvider?.Invoke(http) ?? options.BaseUrl);
        http.Response.ContentType = "application/json; charset=UTF-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }

    private static uint Entropy()
    {
        Span<byte> bytes = stackalloc byte[4];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
