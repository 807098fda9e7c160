using System.Text.Json.Serialization;

namespace ChatSample.Messages;

/// <summary>What the server says to the page.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record ServerMessage;

/// <summary>To the newcomer alone: the name that was given.</summary>
public sealed record Welcome(string Name, Roster Roster) : ServerMessage;

/// <summary>To everybody: somebody has come.</summary>
public sealed record Joined(string Name, Roster Roster) : ServerMessage;

/// <summary>To everybody: somebody has gone.</summary>
public sealed record Left(string Name, Roster Roster) : ServerMessage;

/// <summary>To everybody: somebody has spoken.</summary>
public sealed record Said(string Name, string Text, DateTimeOffset At) : ServerMessage;

/// <summary>To the sender alone: a message was not accepted.</summary>
public sealed record Refused(string Text) : ServerMessage;
