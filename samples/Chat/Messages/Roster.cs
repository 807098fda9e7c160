namespace ChatSample.Messages;

/// <summary>Who is in the room. Two visitors who come at once may be announced in either order, so a page keeps the highest version.</summary>
public sealed record Roster(long Version, IReadOnlyList<string> Names);
