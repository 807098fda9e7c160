using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Reads numbers that came as strings, which converters of the application's or the library's own have to do themselves.</summary>
internal static class QuotedNumber
{
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <exception cref="JsonException">The settings allow no such thing, or the string is no number.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : IFloatingPoint<T>
        => (options.NumberHandling & JsonNumberHandling.AllowReadingFromString) != 0
            && T.TryParse(reader.GetString(), Form, CultureInfo.InvariantCulture, out var value)
            && T.IsFinite(value)
            ? value
            : throw new JsonException("A number was expected.");
}
