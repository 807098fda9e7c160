using Microsoft.AspNetCore.Http;

namespace SockJS.SocketIO.EngineIO;

/// <summary>The cookie that the response to a handshake sets, for load balancers that keep a client on one server only where they see one.</summary>
public sealed class EngineIOCookieOptions
{
    /// <summary>Gets or sets a value indicating whether there is a cookie.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>Gets or sets the name of the cookie.</summary>
    /// <value>The default is <c>io</c>.</value>
    public string Name { get; set; } = "io";

    /// <summary>Gets or sets the path below which browsers send the cookie.</summary>
    /// <value>The default is <c>/</c>.</value>
    public string Path { get; set; } = "/";

    /// <summary>Gets or sets the domain to whose hosts browsers send the cookie.</summary>
    /// <value>The default is <see langword="null"/>: the host that sets it, and no other.</value>
    public string? Domain { get; set; }

    /// <summary>Gets or sets a value indicating whether the cookie is hidden from scripts of the page.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HttpOnly { get; set; } = true;

    /// <summary>Gets or sets with which requests from other sites browsers send the cookie. <see cref="SameSiteMode.None"/> is for pages of other sites, and needs HTTPS.</summary>
    /// <value>The default is <see cref="SameSiteMode.Lax"/>.</value>
    public SameSiteMode SameSite { get; set; } = SameSiteMode.Lax;

    /// <summary>Gets or sets whether browsers send the cookie over HTTPS only.</summary>
    /// <value>The default is <see cref="CookieSecurePolicy.SameAsRequest"/>: where the handshake came over HTTPS.</value>
    public CookieSecurePolicy SecurePolicy { get; set; } = CookieSecurePolicy.SameAsRequest;

    /// <summary>Returns the attributes of the cookie in the response to a request.</summary>
    internal CookieOptions AttributesFor(HttpRequest request) => new()
    {
        Path = Path,
        Domain = Domain,
        HttpOnly = HttpOnly,
        SameSite = SameSite,
        Secure = SecurePolicy == CookieSecurePolicy.Always || (SecurePolicy == CookieSecurePolicy.SameAsRequest && request.IsHttps),
    };

    internal void CopyTo(EngineIOCookieOptions target)
    {
        target.Enabled = Enabled;
        target.Name = Name;
        target.Path = Path;
        target.Domain = Domain;
        target.HttpOnly = HttpOnly;
        target.SameSite = SameSite;
        target.SecurePolicy = SecurePolicy;
    }
}
