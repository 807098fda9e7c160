using System.Text.Json.Serialization;

namespace ChatSample.Messages;

/// <summary>What the page says to the server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Say), "say")]
public abstract record ClientMessage;

/// <summary>The visitor enters the room.</summary>
public sealed record Join(string Name) : ClientMessage;

/// <summary>The visitor speaks to everybody.</summary>
public sealed record Say(string Text) : ClientMessage;
