namespace SockJS.Sessions;

/// <summary>For whom a session was counted. It says the same until the session ends, whatever becomes of its user and its client.</summary>
/// <param name="UserId">The user, where users are counted.</param>
/// <param name="Network">The address, where addresses are counted.</param>
internal sealed record SessionPlace(string? UserId, ClientNetwork? Network);
