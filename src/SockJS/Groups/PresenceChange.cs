namespace SockJS.Groups;

/// <summary>A connection has joined a group or left it.</summary>
internal readonly record struct PresenceChange(SockJSConnection Connection, bool Joined);
