using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SockJS.SocketIO.EngineIO;

/// <summary>A request that would open a session, as <see cref="EngineIOOptions.OnHandshake"/> sees it before there is one.</summary>
public sealed class EngineIOHandshake
{
    internal EngineIOHandshake(HttpContext http) => HttpContext = http;

    /// <summary>Gets the request and its response. Headers and cookies that are added to the response reach the client with the answer, whatever it is.</summary>
    /// <remarks>The response must not be started, nor its body written. Browsers show neither status nor headers of a WebSocket handshake to a page.</remarks>
    public HttpContext HttpContext { get; }

    /// <summary>Gets the query of the request. What is not part of the protocol is the application's.</summary>
    public IQueryCollection Query => HttpContext.Request.Query;

    /// <summary>Gets the headers of the request.</summary>
    public IHeaderDictionary Headers => HttpContext.Request.Headers;

    /// <summary>Gets the user, as authenticated by the request.</summary>
    public ClaimsPrincipal User => HttpContext.User;

    /// <summary>Gets a value indicating whether the client was refused.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Gets what the client is told in place of the general text.</summary>
    internal string? Message { get; private set; }

    /// <summary>Refuses the client: there is no session, and the answer is error 4 with status 403.</summary>
    /// <param name="message">What the client is told; <see langword="null"/> for "Forbidden".</param>
    /// <remarks>The first message counts where there are several. Clients try again unless the application tells them not to.</remarks>
    public void Refuse(string? message = null)
    {
        if (!IsRefused)
            (IsRefused, Message) = (true, message);
    }
}
