using System.Buffers;
using System.Text.Json;
using SockJS.Protocol;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Payloads;

/// <summary>
/// Writes a packet into pooled memory, as the WebSocket frames that carry it. A thread keeps the last one it was done with.
/// </summary>
#pragma warning disable CA1001 // The JSON writer owns nothing but the buffer, which is given back by Return.
internal sealed partial class PacketWriter : IBufferWriter<byte>
{
    // What a thread may keep between two packets.
    private const int MaxKept = 4096;

    [ThreadStatic]
    private static PacketWriter? s_spare;

    private readonly List<ReadOnlyMemory<byte>> _attachments = [];
    private readonly JsonWriterOptions _settings;
    private readonly Utf8JsonWriter _json;
    private ArgumentFormat _format;
    private PooledBuffer _bytes;
    private bool _isReturned;

    private PacketWriter(ArgumentFormat format)
    {
        _format = format;
        _settings = format.Writing;
        _json = new Utf8JsonWriter(this, _settings);
    }

    /// <summary>Takes a writer, to be given back by <see cref="Return"/>.</summary>
    public static PacketWriter Rent(ArgumentFormat format)
    {
        var spare = s_spare;
        s_spare = null;
        if (spare is not null && Equals(spare._settings.Encoder, format.Writing.Encoder))
        {
            spare._format = format;
            spare._isReturned = false;
            return spare;
        }

        spare?._bytes.Free();
        return new PacketWriter(format);
    }

    /// <summary>Takes a writer and begins an event.</summary>
    /// <exception cref="ArgumentException">The name is reserved.</exception>
    public static PacketWriter BeginEvent(ArgumentFormat format, string name, ReadOnlySpan<byte> nameSpace, ulong? ackId)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ReservedEvents.Contains(name))
            throw new ArgumentException($"\"{name}\" is a name that Socket.IO has reserved for itself.", nameof(name));
        var packet = Rent(format);
        packet.Begin(SocketPacketType.Event, nameSpace, ackId);
        packet._json.WriteStringValue(name);
        return packet;
    }

    /// <summary>Returns the arguments that an array stands for. Arrays of other types convert to it, but are meant as one argument.</summary>
    public static object?[] Spread(object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.GetType() == typeof(object[]) ? arguments : [arguments];
    }

    /// <summary>Begins an event or an answer, whose arguments follow.</summary>
    public void Begin(SocketPacketType type, ReadOnlySpan<byte> nameSpace, ulong? ackId)
    {
        BeginBare(type, nameSpace, ackId);
        _json.WriteStartArray();
    }

    /// <summary>Adds an argument.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
    public void Add<T>(T argument)
    {
        if (typeof(T) == typeof(string) && _format.WritesTextPlainly)
        {
            _json.WriteStringValue((string?)(object?)argument);
            return;
        }

        using (AttachmentScope.Writing(_attachments))
            JsonSerializer.Serialize(_json, argument, _format.TypeOf<T>());
    }

    /// <summary>Adds an argument as what it is at run time.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
    public void AddObject(object? argument)
    {
        if (argument is null)
        {
            _json.WriteNullValue();
            return;
        }

        if (argument is TypedArgument typed)
        {
            typed.AddTo(this);
            return;
        }

        using (AttachmentScope.Writing(_attachments))
            JsonSerializer.Serialize(_json, argument, _format.TypeOf(argument.GetType()));
    }

    /// <summary>Adds a value where packets have no attachments: binary values are base64.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
    public void AddPlain(object value) => JsonSerializer.Serialize(_json, value, _format.TypeOf(value.GetType()));

    /// <summary>Adds arguments that have come from a client.</summary>
    public void AddAll(SocketIOArguments arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
            _json.WriteRawValue(arguments.GetJson(i).Span, skipInputValidation: true);
        // Their placeholders count from 0, so that nothing else may stand before them.
        if (arguments is ReceivedArguments { Attachments: { } attachments })
            _attachments.AddRange(attachments);
    }

    /// <summary>Ends the packet, whose frames can be sent then.</summary>
    public void End()
    {
        _json.WriteEndArray();
        EndBare();
    }

    /// <summary>Ends an event that clients may ask for again, which is known by its last argument then.</summary>
    public void End(string offset)
    {
        _json.WriteStringValue(offset);
        End();
    }

    public void Return()
    {
        // Whatever was written to it is in the hands of others by now.
        if (_isReturned)
            return;
        _isReturned = true;
        _packed.Free();
        if (_bytes.Array.Length > MaxKept)
            _bytes.Free();
        else
            _bytes.Truncate(0);
        _attachments.Clear();
        _json.Reset();
        // A converter that emits something itself has left its writer here.
        s_spare?._bytes.Free();
        s_spare = this;
    }

    void IBufferWriter<byte>.Advance(int count) => _bytes.Advance(count);

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        _bytes.GetSpan(Math.Max(sizeHint, 1));
        return _bytes.Array.AsMemory(_bytes.Length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => _bytes.GetSpan(Math.Max(sizeHint, 1));
}
