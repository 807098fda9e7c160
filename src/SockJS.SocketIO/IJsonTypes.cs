using System.Text.Json.Serialization.Metadata;

namespace SockJS.SocketIO;

/// <summary>Knows how values of a namespace look as JSON.</summary>
internal interface IJsonTypes
{
    /// <summary>Returns the metadata of a type.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type.</exception>
    JsonTypeInfo<T> TypeOf<T>();
}
