using System.Text.Json;

namespace SockJS.SocketIO;

/// <summary>Knows how values of a namespace look as JSON.</summary>
internal interface IJsonTypes
{
    /// <summary>Reads a value.</summary>
    /// <param name="json">The value as the client has sent it.</param>
    /// <param name="what">What it is, at the beginning of a sentence.</param>
    /// <exception cref="JsonException">It is no such value.</exception>
    /// <exception cref="InvalidOperationException">Nobody knows the type.</exception>
    T? Read<T>(JsonElement json, string what);
}
