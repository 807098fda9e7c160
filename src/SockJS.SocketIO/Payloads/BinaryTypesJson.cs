using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>The metadata of binary values, which no application has to list.</summary>
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(ReadOnlyMemory<byte>?))]
internal sealed partial class BinaryTypesJson : JsonSerializerContext;
