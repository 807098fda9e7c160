using System.Text.Json;
using SockJS.Diagnostics;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

/// <summary>An event as it came: it is valid JSON, within the bounds, and its name is not reserved. Its memory is lent.</summary>
internal readonly struct IncomingEvent
{
    /// <summary>Gets the array of the name and the arguments.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Gets where the elements of the array are; the first is the name.</summary>
    public required ArgumentTable Table { get; init; }

    /// <summary>Gets the attachments, which may be kept; <see langword="null"/> where the event has none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Attachments { get; init; }

    /// <summary>Gets the number under which the client wants an answer.</summary>
    public ulong? AckId { get; init; }

    /// <summary>Gets what wants to know how the event is handled; <see langword="null"/> where nobody does.</summary>
    public MessageWatch? Watch { get; init; }

    /// <summary>Gets the number of arguments, without the name.</summary>
    public int Count => Table.Count - 1;

    /// <summary>Gets the JSON of the name: a string with its quotes, or a number.</summary>
    public ReadOnlySpan<byte> RawName => Table.Get(Json.Span, 0);

    /// <summary>Returns the JSON of an argument.</summary>
    public ReadOnlySpan<byte> Get(int index) => Table.Get(Json.Span, index + 1);

    /// <summary>Returns the name; of a number, its text.</summary>
    public string ReadName()
    {
        var reader = new Utf8JsonReader(RawName);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(RawName);
    }

    /// <summary>Returns the arguments in memory of their own.</summary>
    public SocketIOArguments KeepArguments(ArgumentFormat format)
        => new ReceivedArguments(Json.ToArray(), Table, skipped: 1, Attachments, format);
}
