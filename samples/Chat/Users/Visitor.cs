using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatSample.Users;

/// <summary>Somebody who has signed in. The id tells visitors of one name apart; it is known to all, and proves nothing.</summary>
public sealed record Visitor(string Id, string Name)
{
    /// <summary>Makes a visitor who was not here before.</summary>
    public static Visitor Create(string? name) => new(RandomNumberGenerator.GetHexString(16, lowercase: true), VisitorName.Clean(name));

    /// <summary>Reads who somebody is from the cookie.</summary>
    public static Visitor Of(ClaimsPrincipal user)
        => new(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", user.FindFirstValue(ClaimTypes.Name) ?? "");

    /// <summary>Returns what goes into the cookie. The library takes the name identifier for the id of the user.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name)], CookieAuthenticationDefaults.AuthenticationScheme));
}
