using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>Knows what a JSON reader throws where its input is at fault.</summary>
internal static class JsonFault
{
    /// <summary>Returns whether an exception of a reader, outside of the application's code, is about what it read.</summary>
    /// <remarks>Escapes that are half of a character are no JSON error to it, but an operation that it cannot do.</remarks>
    public static bool IsMeantBy(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>Returns whether an exception, while a value was made of JSON, is about the JSON and not of the application's code.</summary>
    /// <remarks>An abstract type whose discriminator is missing is said to be not supported.</remarks>
    public static bool IsMeantByValue(Exception exception) => exception is JsonException or NotSupportedException;
}
