using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Sessions;
using SockJS.Testing.Http;

namespace SockJS.Testing.Links;

/// <summary>What all requests of one client have in common.</summary>
internal sealed class ClientContext
{
    private readonly TestServer _server;
    private readonly SockJSTestClientOptions _options;
    private readonly string _query;

    public ClientContext(TestServer server, string path, SockJSTransports transport, SockJSTestClientOptions options)
    {
        _server = server;
        _options = options;
        Transport = transport;
        var query = path.IndexOf('?', StringComparison.Ordinal);
        _query = query < 0 ? "" : path[(query + 1)..];
        Path = (query < 0 ? path : path[..query]).TrimEnd('/');
        ServerId = options.ServerId ?? RandomNumberGenerator.GetString("0123456789", 3);
        SessionId = options.SessionId ?? RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz012345", 8);
    }

    public SockJSTransports Transport { get; }

    /// <summary>Gets the URL of the endpoint, without a query string.</summary>
    public string Path { get; }

    public string ServerId { get; }

    public string SessionId { get; }

    public Inbox Inbox { get; } = new();

    public Gate Reads { get; } = new();

    /// <summary>Gets or sets how many bytes of the client the server gets at once.</summary>
    public int PieceSize { get; set; } = int.MaxValue;

    public bool AnswersPings { get; set; } = true;

    /// <summary>Gets a value indicating whether the session has a receiver, in the eyes of the server.</summary>
    public bool HasReceiver
    {
        get
        {
            // Below a prefix with parameters, the path belongs to the key.
            var url = $"{BasePath}{WebUtility.UrlDecode(Path)}\n{SessionId}";
            return _server.Services.GetRequiredService<SessionRegistry>().Tables.Any(table =>
                (table.TryFind(SessionId, out var session) || table.TryFind(url, out session)) && session.HasReceiver);
        }
    }

    private string BasePath => _server.BaseAddress.AbsolutePath.TrimEnd('/');

    public string SessionUrl(string name) => $"{Path}/{ServerId}/{SessionId}/{name}";

    /// <summary>Sends a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="url">Its URL, without a query string.</param>
    /// <param name="parameter">What the query string has besides that of the test.</param>
    /// <param name="prepare">Completes it.</param>
    public ServerCall Call(string method, string url, string parameter = "", Action<HttpContext>? prepare = null)
    {
        var query = string.Join('&', new[] { _query, parameter }.Where(static part => part.Length > 0));
        var uri = new Uri(_server.BaseAddress, $"{BasePath}{url}");
        return new ServerCall(_server, $"{method} {url}", http =>
        {
            var request = http.Request;
            request.Method = method;
            request.Path = PathString.FromUriComponent(url);
            request.QueryString = new QueryString(query.Length > 0 ? $"?{query}" : null);
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"{request.PathBase.ToUriComponent()}{url}{request.QueryString}";
            foreach (var (name, value) in _options.Headers)
                request.Headers[name] = value;
            if (_options.Origin is not null)
                request.Headers.Origin = _options.Origin;
            if (_options.Cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
                request.Headers.Cookie = request.Headers.Cookie.Count > 0 ? $"{request.Headers.Cookie}; {cookies}" : cookies;
            prepare?.Invoke(http);
        });
    }

    /// <summary>Waits for an answer, and keeps the cookies that it sets.</summary>
    public async Task<HttpContext> AnswerAsync(ServerCall call, CancellationToken cancellationToken)
    {
        var http = await call.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var cookie in http.Response.Headers.SetCookie)
            _options.Cookies.SetCookies(_server.BaseAddress, cookie!);
        return http;
    }
}
