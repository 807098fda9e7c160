using System.Text.Json;

namespace SockJS.SocketIO.Protocol;

/// <summary>What the name of an event may be.</summary>
internal static class EventName
{
    /// <summary>Says whether an array begins with a name that clients may use: a text that is not reserved, or a number.</summary>
    /// <param name="json">The array.</param>
    /// <param name="table">Where its elements are.</param>
    public static bool IsValid(ReadOnlySpan<byte> json, in ArgumentTable table)
    {
        if (table.Count == 0)
            return false;
        var name = table.Get(json, 0);
        if (name[0] != (byte)'"')
            return name[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');
        if (!name.Contains((byte)'\\'))
            return !ReservedEvents.Contains(name[1..^1]);
        return IsEscapedValid(name);
    }

    private static bool IsEscapedValid(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(name);
        reader.Read();
        try
        {
            return !ReservedEvents.Contains(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which is no text.
            return false;
        }
    }
}
