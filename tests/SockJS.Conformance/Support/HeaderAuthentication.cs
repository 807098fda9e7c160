using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SockJS.Conformance.Support;

/// <summary>Believes who a request says that it comes from.</summary>
internal sealed class HeaderAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string TokenClaim = "token";

    private const string Header = "X-User";
    private const string NameHeader = "X-Name";
    private const string TokenHeader = "X-Token";
    private const string LifetimeHeader = "X-Lifetime";

    /// <summary>The header of a request of this user.</summary>
    public static (string Name, string Value) As(string user) => (Header, user);

    /// <summary>The header of a request of a user that has a name, as Kerberos gives it, and no identifier.</summary>
    public static (string Name, string Value) Named(string user) => (NameHeader, user);

    /// <summary>The header that says which of the user's tokens it is.</summary>
    public static (string Name, string Value) Token(string token) => (TokenHeader, token);

    /// <summary>The header that says in how many seconds the token expires.</summary>
    public static (string Name, string Value) Lifetime(int seconds) => (LifetimeHeader, seconds.ToString(CultureInfo.InvariantCulture));

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication(Header).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(Header, null);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (UserClaim() is not { } user)
            return Task.FromResult(AuthenticateResult.NoResult());

        // A new claim each time: a renewed token is the same user all the same.
        var token = Request.Headers[TokenHeader].ToString() is { Length: > 0 } named ? named : Guid.NewGuid().ToString();
        var identity = new ClaimsIdentity([user, new(TokenClaim, token)], Header);
        var properties = new AuthenticationProperties();
        if (Request.Headers[LifetimeHeader].ToString() is { Length: > 0 } seconds)
            properties.ExpiresUtc = TimeProvider.GetUtcNow().AddSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Header)));
    }

    private Claim? UserClaim()
        => Request.Headers[Header].ToString() is { Length: > 0 } user ? new(ClaimTypes.NameIdentifier, user)
            : Request.Headers[NameHeader].ToString() is { Length: > 0 } name ? new(ClaimTypes.Name, name)
            : null;
}
