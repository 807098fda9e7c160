using System.Buffers;
using System.Text.Json;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Payloads;

/// <summary>
/// Writes a packet into pooled memory, as the WebSocket frames that carry it. A thread keeps the last one it was done with.
/// </summary>
#pragma warning disable CA1001 // The JSON writer owns nothing but the buffer, which is given back by Return.
internal sealed class PacketWriter : IBufferWriter<byte>
{
    // What a thread may keep between two packets.
    private const int MaxKept = 4096;

    // The digits of a count of attachments, and the dash.
    private const int MaxCountLength = 11;

    [ThreadStatic]
    private static PacketWriter? s_spare;

    private readonly List<ReadOnlyMemory<byte>> _attachments = [];
    private readonly JsonWriterOptions _settings;
    private readonly Utf8JsonWriter _json;
    private ArgumentFormat _format;
    private PooledBuffer _bytes;

    // The frame of a packet that is no text.
    private PooledBuffer _packed;
    private SocketPacketType _packetType;
    private byte[] _nameSpace = [];
    private ulong? _ackId;
    private int _type;
    private int _data;
    private int _dataLength;
    private bool _isReturned;

    private PacketWriter(ArgumentFormat format)
    {
        _format = format;
        _settings = format.Writing;
        _json = new Utf8JsonWriter(this, _settings);
    }

    /// <summary>Gets the frames; they are there until <see cref="Return"/>.</summary>
    public ReadOnlyMemory<byte> Frames => _packed.Length > 0 ? _packed.WrittenMemory : _bytes.WrittenMemory;

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

    /// <summary>Begins a packet that is not an array.</summary>
    public Utf8JsonWriter BeginBare(SocketPacketType type, ReadOnlySpan<byte> nameSpace, ulong? ackId = null)
    {
        PacketFrames.BeginTextFrame(ref _bytes);
        _type = _bytes.Length;
        SocketPacketWriter.AppendHeader(ref _bytes, type, nameSpace, ackId);
        if (_format.Parser == SocketIOParser.MessagePack)
            _nameSpace = nameSpace.ToArray();
        (_packetType, _ackId, _data) = (type, ackId, _bytes.Length);
        return _json;
    }

    /// <summary>Ends a packet that is not an array.</summary>
    public void EndBare()
    {
        _json.Flush();
        _dataLength = _bytes.Length - _data;
        if (_format.Parser == SocketIOParser.MessagePack)
        {
            Pack(ref _packed, _nameSpace);
            return;
        }

        if (_attachments.Count > 0)
            AnnounceAttachments();
        _data += PacketFrames.EndTextFrame(ref _bytes, 0);
        foreach (var attachment in _attachments)
            PacketFrames.AppendBinaryFrame(ref _bytes, attachment.Span);
    }

    /// <summary>Returns the frames of the same packet in another namespace.</summary>
    public byte[] CopyFor(ReadOnlySpan<byte> nameSpace)
    {
        var frames = default(PooledBuffer);
        if (_format.Parser == SocketIOParser.MessagePack)
        {
            Pack(ref frames, nameSpace);
            var packed = frames.WrittenSpan.ToArray();
            frames.Free();
            return packed;
        }

        PacketFrames.BeginTextFrame(ref frames);
        var type = _attachments.Count > 0 ? BinaryTypeOf(_packetType) : _packetType;
        SocketPacketWriter.AppendHeader(ref frames, type, nameSpace, _ackId, _attachments.Count);
        frames.Append(_bytes.WrittenSpan.Slice(_data, _dataLength));
        PacketFrames.EndTextFrame(ref frames, 0);
        foreach (var attachment in _attachments)
            PacketFrames.AppendBinaryFrame(ref frames, attachment.Span);
        var copy = frames.WrittenSpan.ToArray();
        frames.Free();
        return copy;
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

    private void Pack(ref PooledBuffer frames, ReadOnlySpan<byte> nameSpace)
    {
        var packet = default(PooledBuffer);
        JsonToMessagePack.Append(
            ref packet,
            _packetType,
            nameSpace.IsEmpty ? "/"u8 : nameSpace,
            _ackId,
            _bytes.WrittenSpan.Slice(_data, _dataLength),
            _attachments);
        PacketFrames.AppendBinaryFrame(ref frames, packet.WrittenSpan);
        packet.Free();
    }

    // How many there are is known only now, but stands at the beginning.
    private void AnnounceAttachments()
    {
        Span<byte> count = stackalloc byte[MaxCountLength];
        System.Buffers.Text.Utf8Formatter.TryFormat(_attachments.Count, count, out var length);
        count[length++] = (byte)'-';
        var rest = _bytes.Length - _type - 1;
        _bytes.GetSpan(length);
        var target = _bytes.Array.AsSpan(_type + 1);
        target[..rest].CopyTo(target[length..]);
        count[..length].CopyTo(target);
        _bytes.Advance(length);
        _bytes.Array[_type] = (byte)BinaryTypeOf(_packetType);
        _data += length;
    }

    private static SocketPacketType BinaryTypeOf(SocketPacketType type)
        => type == SocketPacketType.Event ? SocketPacketType.BinaryEvent : SocketPacketType.BinaryAck;
}
