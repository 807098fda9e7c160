using System.Text.Json;

namespace SockJS.SocketIO.Payloads;

/// <summary>What a client has sent is not of the type that a handler asks for.</summary>
internal sealed class InvalidArgumentException(string message, Exception cause) : JsonException(message, cause), IClientFault;
