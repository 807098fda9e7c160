using System.Text.Json.Serialization;

namespace AotChat;

/// <summary>What a visitor says.</summary>
public sealed record Say(string Text, Mood Mood = Mood.Calm);

/// <summary>What a visitor has said.</summary>
public sealed record Said(string Who, string Text, Mood Mood);

/// <summary>How many there are.</summary>
public sealed record Presence(int Count);

/// <summary>The mood of a visitor.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
public enum Mood
{
    /// <summary>Calm.</summary>
    Calm,

    /// <summary>Merry.</summary>
    Merry,
}

[JsonSerializable(typeof(Say))]
[JsonSerializable(typeof(Said))]
[JsonSerializable(typeof(Presence))]
internal sealed partial class ChatJson : JsonSerializerContext;
