namespace SockJS.Groups;

/// <summary>A member has joined a group or left it.</summary>
internal readonly record struct PresenceChange<T>(T Member, bool Joined);
