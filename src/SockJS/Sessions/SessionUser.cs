using System.Security.Claims;

namespace SockJS.Sessions;

/// <summary>Whom a session belongs to.</summary>
internal static class SessionUser
{
    /// <summary>Returns the stable name of a user; <see langword="null"/> where nobody is authenticated.</summary>
    /// <remarks>Principals are new objects on each request, and addresses change: the name identifier is what stays.</remarks>
    public static string? IdOf(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } identity
        ? user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value ?? identity.Name ?? ""
        : null;

    /// <summary>Returns the name by which the application finds a user; <see langword="null"/> also where the user has none.</summary>
    public static string? NameOf(ClaimsPrincipal user) => IdOf(user) is { Length: > 0 } id ? id : null;
}
