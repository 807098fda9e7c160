using System.Security.Claims;

namespace SockJS.Sessions;

/// <summary>Where a session comes from.</summary>
/// <param name="Key">The id by which requests will name it; <see langword="null"/> where no other request can join it.</param>
/// <param name="Transport">The transport of the request that opens it.</param>
/// <param name="User">The user of that request.</param>
/// <param name="Client">What the request says of the client.</param>
/// <param name="Proof">What requests have to show beside their user; <see langword="null"/> where that is nothing.</param>
internal readonly record struct SessionOrigin(
    string? Key, SockJSTransports Transport, ClaimsPrincipal User, SockJSClientInfo Client, byte[]? Proof);
