using Microsoft.AspNetCore.Http;

namespace SockJS.ProxyTests.Hosting;

/// <summary>What a server knows of a request, once it has read what the proxy says of it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Scheme">The scheme that the client has used.</param>
/// <param name="Connection">The connection that the request came on.</param>
internal sealed record SeenRequest(string Path, string Scheme, string Connection)
{
    /// <summary>Gets the session that the request belongs to; <see langword="null"/> where it belongs to none.</summary>
    public string? Session => Path.Split('/') is ["", "chat", _, var session, _] ? session : null;

    public static SeenRequest From(HttpContext http) => new(http.Request.Path.Value!, http.Request.Scheme, http.Connection.Id);
}
