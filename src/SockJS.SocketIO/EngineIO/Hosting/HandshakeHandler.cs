using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SockJS.Hosting;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.SocketIO.EngineIO.Transports;
using SockJS.Transports;
using SockJS.Transports.WebSockets;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>Opens sessions: for requests that are in order, that the application does not refuse, and within the limits.</summary>
internal sealed partial class HandshakeHandler(EngineEndpoint endpoint)
{
    private EngineSessionContext Context => endpoint.Context;

    /// <summary>Takes what a request says of the user of its session.</summary>
    public static void Renew(HttpContext http, EngineSession session, EngineSessionContext context)
        => session.Renew(http.User, context.Options.CloseOnAuthenticationExpiration ? ExpiryOf(http) : null);

    public async Task RunAsync(HttpContext http, EngineRequest request)
    {
        var error = request.FindErrorOfHandshake(http) ?? await AskAsync(http).ConfigureAwait(false);
        if (error is null && !request.IsVersion4)
            error = EngineError.UnsupportedVersion;
        if (error is null && request.Transport == EngineIOTransports.WebSocket && WebSocketUpgrade.FindError(http) is not null)
            error = EngineError.BadRequest;
        if (error is not null)
        {
            await ErrorResponse.WriteAsync(http, error).ConfigureAwait(false);
            return;
        }

        if (Open(http, request) is not { } session)
            return;
        Renew(http, session, Context);
        if (request.Transport == EngineIOTransports.WebSocket)
        {
            LongRequest.Mark(http);
            await EngineSocket.RunAsync(http, session, Context, request.WantsBase64).ConfigureAwait(false);
            return;
        }

        await Poll.RunAsync(http, session, Context).ConfigureAwait(false);
    }

    private static DateTimeOffset? ExpiryOf(HttpContext http)
        => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

    private async ValueTask<EngineError?> AskAsync(HttpContext http)
    {
        if (Context.Options.OnHandshake is not { } ask)
            return null;
        var handshake = new EngineIOHandshake(http);
        try
        {
            await ask(handshake).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            HandshakeFailed(endpoint.Logger, endpoint.Path, exception);
            return EngineError.BadRequest;
        }

        if (!handshake.IsRefused)
            return null;
        return handshake.Message is { } message ? EngineError.Forbidden(message) : EngineError.Forbidden();
    }

    // Where there is no place for one more, the request is answered already.
    private EngineSession? Open(HttpContext http, EngineRequest request)
    {
        var sessions = endpoint.Sessions;
        if (!SessionOpener.TryTakePlace(http, sessions, out var place))
            return null;
        SockJSClientInfo client;
        try
        {
            client = ClientSnapshot.Of(http);
        }
        catch
        {
            sessions.Limits.Return(place);
            throw;
        }

        var id = SessionId.Create();
        SetCookie(http, id);
        var transport = request.Transport == EngineIOTransports.WebSocket ? SockJSTransports.WebSocket : SockJSTransports.XhrPolling;
        return (EngineSession)sessions.Open(place, id, transport, http.User, client);
    }

    private void SetCookie(HttpContext http, string id)
    {
        var cookie = Context.Options.Cookie;
        if (cookie.Enabled)
            http.Response.Cookies.Append(cookie.Name, id, cookie.AttributesFor(http.Request));
    }

    [LoggerMessage(25, LogLevel.Error, "The handshake hook of {Path} has failed; the client is refused.", EventName = "HandshakeFailed")]
    private static partial void HandshakeFailed(ILogger logger, string path, Exception exception);
}
