using Microsoft.AspNetCore.Http;
using SockJS.Hosting;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.SocketIO.EngineIO.Transports;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>Takes a request through the checks, in the order that clients know, and on to what answers it.</summary>
internal sealed class EngineRequestHandler(EngineEndpoint endpoint)
{
    private const string Methods = "GET, POST, OPTIONS";

    private readonly HandshakeHandler _handshakes = new(endpoint);

    public Task RunAsync(HttpContext http)
    {
        ResponseHeaders.ForbidSniffing(http.Response);
        OriginHiding.Undo(http);
        if (!endpoint.Gate.Lets(http))
            return ErrorResponse.WriteAsync(http, EngineError.Forbidden());
        if (http.Request.Headers.Origin.Count > 0 && !OwnOrigins.AreLeftToApplication(http))
            ResponseHeaders.AllowOrigin(http);
        if (HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.AccessControlRequestMethod.Count > 0)
        {
            ResponseHeaders.AnswerPreflight(http, Methods, endpoint.Context.Time);
            return Task.CompletedTask;
        }

        LongRequest.SendAtOnce(http);
        var request = EngineRequest.Of(http.Request);
        if ((request.Transport & endpoint.Context.Options.Transports) == 0)
            return ErrorResponse.WriteAsync(http, EngineError.TransportUnknown);
        return request.SessionId is { } id ? ContinueAsync(http, request, id) : _handshakes.RunAsync(http, request);
    }

    private Task ContinueAsync(HttpContext http, EngineRequest request, string id)
    {
        // Somebody else's session looks like none.
        if (!endpoint.Sessions.TryFind(id, out var found) || found is not EngineSession session || !session.Answers(http.User, proof: null))
            return ErrorResponse.WriteAsync(http, EngineError.SessionUnknown);
        HandshakeHandler.Renew(http, session, endpoint.Context);
        // A deadline that has passed ends the session, whether or not it was swept since.
        session.Sweep(endpoint.Context.Time.GetTimestamp());
        if (session.IsOver)
            return ErrorResponse.WriteAsync(http, EngineError.SessionUnknown);
        endpoint.Context.Options.OnRequest?.Invoke(session.Connection, http);
        if (request.Transport == EngineIOTransports.WebSocket)
            return SocketAsync(http, request, session);
        if (session.TakesSockets || !request.IsVersion4)
            return ErrorResponse.WriteAsync(http, EngineError.BadRequest);
        if (HttpMethods.IsPost(http.Request.Method))
            return Post.RunAsync(http, session, endpoint.Context);
        if (!HttpMethods.IsGet(http.Request.Method))
            return RefuseMethod(http);
        LongRequest.Mark(http);
        return Poll.RunAsync(http, session, endpoint.Context);
    }

    private Task SocketAsync(HttpContext http, EngineRequest request, EngineSession session)
    {
        if (!request.IsVersion4 || !EngineRequest.IsSocket(http) || SockJS.Transports.WebSockets.WebSocketUpgrade.FindError(http) is not null)
            return ErrorResponse.WriteAsync(http, EngineError.BadRequest);
        LongRequest.Mark(http);
        return EngineSocket.UpgradeAsync(http, session, endpoint.Context, request.WantsBase64);
    }

    private static Task RefuseMethod(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, POST";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
