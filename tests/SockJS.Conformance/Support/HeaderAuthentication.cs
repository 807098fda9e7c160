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
    private const string Header = "X-User";

    /// <summary>The header of a request of this user.</summary>
    public static (string Name, string Value) As(string user) => (Header, user);

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication(Header).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(Header, null);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } user)
            return Task.FromResult(AuthenticateResult.NoResult());

        // A new claim each time: a renewed token is the same user all the same.
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user), new("token", Guid.NewGuid().ToString())],
            Header);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Header)));
    }
}
