using System.Buffers.Text;
using System.Text.Json;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Payloads;

// What stands around the JSON: the header, the attachments, and the frames of both.
internal sealed partial class PacketWriter
{
    // The digits of a count of attachments, and the dash.
    private const int MaxCountLength = 11;

    // The frame of a packet that is no text.
    private PooledBuffer _packed;
    private SocketPacketType _packetType;
    private byte[] _nameSpace = [];
    private ulong? _ackId;

    // Where in the buffer the digit of the type stands, and where the JSON does.
    private int _type;
    private int _data;
    private int _dataLength;

    /// <summary>Gets the frames; they are there until <see cref="Return"/>.</summary>
    public ReadOnlyMemory<byte> Frames => _packed.Length > 0 ? _packed.WrittenMemory : _bytes.WrittenMemory;

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
        Utf8Formatter.TryFormat(_attachments.Count, count, out var length);
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
