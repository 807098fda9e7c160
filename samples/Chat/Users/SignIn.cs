using System.Security.Claims;
using ChatSample.Prices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace ChatSample.Users;

/// <summary>
/// Visitors say a name and get a cookie. There are no passwords: the cookie proves that two tabs belong to the same visitor, and nothing of
/// who that is. Replace this by the sign-in of your application, and the rest goes on working.
/// </summary>
internal static class SignIn
{
    private const int MaxBodySize = 1024;
    private const int SignedOut = 4001;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "visitor";
            // Whatever other sites make the browser ask for, it asks without the cookie.
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
        });
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me", static (ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } ? Visitor.Of(user) : null);
        // The form of another site could sign somebody in under a name of its choice, as that takes no cookie. It cannot send JSON, which is
        // all that is taken here. So there is no need of an antiforgery token.
        app.MapPost("/sign-in", SignInAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBodySize));
        app.MapPost("/sign-out", SignOutAsync).RequireAuthorization().DisableCookieRedirect();
    }

    private static async Task<Visitor> SignInAsync(SignInRequest request, HttpContext http)
    {
        var visitor = Visitor.Create(request.Name);
        await http.SignInAsync(visitor.ToPrincipal());
        return visitor;
    }

    // Connections outlive the cookie that has opened them, so they are closed, in all tabs.
    private static async Task SignOutAsync(HttpContext http, ISockJSClients<Chat> chat, ISockJSClients<Ticker> ticker)
    {
        var visitor = Visitor.Of(http.User);
        await http.SignOutAsync();
        await chat.User(visitor.Id).CloseAsync(SignedOut, "Signed out");
        await ticker.User(visitor.Id).CloseAsync(SignedOut, "Signed out");
    }
}
