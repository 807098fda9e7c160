using System.Text.Json.Serialization;

namespace SocketIOChat;

/// <summary>What a client says to join.</summary>
public sealed record Hello(string? Name);

/// <summary>The answer to an event, with what was wrong with it.</summary>
public sealed record Receipt(string? Problem)
{
    /// <summary>The answer to an event that has done its work.</summary>
    public static Receipt Delivered { get; } = new(Problem: null);
}

/// <summary>Reads and writes what events carry, without reflection. Texts, numbers, times and bytes need no mention.</summary>
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Visitor))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(IReadOnlyList<Visitor>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
internal sealed partial class ChatJson : JsonSerializerContext;
