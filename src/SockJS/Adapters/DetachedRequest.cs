using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace SockJS.Adapters;

/// <summary>
/// The request that opened a connection, as far as the connection remembers it, for code that expects a <see cref="HttpContext"/>. It is
/// detached: it lives as long as the connection, and what is written to its response goes nowhere.
/// </summary>
internal sealed class DetachedRequest(SockJSConnection connection)
    : IHttpAuthenticationFeature, IHttpRequestLifetimeFeature, IHttpRequestIdentifierFeature, IItemsFeature
{
    private ClaimsPrincipal? _user;
    private CancellationToken? _aborted;
    private string? _identifier;
    private IDictionary<object, object?>? _items;

    /// <summary>Gets the user of the connection, as of the newest request, unless the handler has set another.</summary>
    public ClaimsPrincipal? User
    {
        get => _user ?? connection.User;
        set => _user = value;
    }

    public CancellationToken RequestAborted
    {
        get => _aborted ?? connection.Closed;
        set => _aborted = value;
    }

    public string TraceIdentifier
    {
        get => _identifier ?? connection.Id;
        set => _identifier = value;
    }

    public IDictionary<object, object?> Items
    {
        get => _items ?? connection.Items;
        set => _items = value;
    }

    public static HttpContext Create(SockJSConnection connection, ConnectionServices services)
    {
        var http = new DefaultHttpContext();
        var detached = new DetachedRequest(connection);
        http.Features.Set<IHttpAuthenticationFeature>(detached);
        http.Features.Set<IHttpRequestLifetimeFeature>(detached);
        http.Features.Set<IHttpRequestIdentifierFeature>(detached);
        http.Features.Set<IItemsFeature>(detached);
        http.Features.Set<IServiceProvidersFeature>(services);
        Fill(http.Request, connection.Client);
        Fill(http.Connection, connection);
        return http;
    }

    public void Abort() => Interruption.Of(connection);

    private static void Fill(HttpRequest request, SockJSClientInfo client)
    {
        request.Method = client.Method;
        request.Scheme = client.Scheme;
        request.PathBase = client.PathBase;
        request.Path = client.Path[client.PathBase.Length..];
        request.QueryString = new QueryString(client.QueryString);
        foreach (var (name, value) in client.Headers)
            request.Headers[name] = value;
        foreach (var (name, value) in client.RouteValues)
            request.RouteValues[name] = value;
    }

    private static void Fill(ConnectionInfo info, SockJSConnection connection)
    {
        info.Id = connection.Id;
        if (connection.Client.RemoteEndPoint is { } remote)
            (info.RemoteIpAddress, info.RemotePort) = (remote.Address, remote.Port);
        if (connection.Client.LocalEndPoint is { } local)
            (info.LocalIpAddress, info.LocalPort) = (local.Address, local.Port);
    }
}
