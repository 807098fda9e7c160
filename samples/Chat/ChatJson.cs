using System.Text.Json.Serialization;
using ChatSample.Prices;
using ChatSample.Users;

namespace ChatSample;

/// <summary>Writes what the messages carry, without reflection. Texts, numbers and times need no mention.</summary>
[JsonSerializable(typeof(Visitor))]
[JsonSerializable(typeof(IReadOnlyList<Visitor>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Overview))]
internal sealed partial class ChatJson : JsonSerializerContext;
