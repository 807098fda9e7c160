using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;

namespace SockJS.SocketIO.Protocol.MessagePack;

/// <summary>Takes the parts of values off a message, never more than there is.</summary>
/// <exception cref="FormatException">Thrown by every method where the message is no valid one.</exception>
internal ref struct MessagePackInput(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly byte Next => _rest.IsEmpty ? throw Invalid() : _rest[0];

    public byte ReadByte() => Take(1)[0];

    public ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_rest.Length)
            Throw();
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    /// <summary>Reads a number of one, two, four or eight bytes.</summary>
    public ulong ReadUnsigned(int length) => length switch
    {
        1 => ReadByte(),
        2 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        4 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        _ => BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
    };

    /// <summary>Reads how long something is that follows, each part of which has at least a byte.</summary>
    public int ReadLength(int length, int bytesEach = 1)
    {
        var count = ReadUnsigned(length);
        if (count > (ulong)(_rest.Length / bytesEach))
            Throw();
        return (int)count;
    }

    /// <summary>Reads a text.</summary>
    public ReadOnlySpan<byte> ReadText()
    {
        var code = ReadByte();
        var length = code switch
        {
            >= MessagePackCode.FixStr and <= MessagePackCode.LastFixStr => code - MessagePackCode.FixStr,
            MessagePackCode.Str8 => ReadLength(1),
            MessagePackCode.Str16 => ReadLength(2),
            MessagePackCode.Str32 => ReadLength(4),
            _ => throw Invalid(),
        };
        var text = Take(length);
        return Utf8.IsValid(text) ? text : throw Invalid();
    }

    /// <summary>Reads how many members a map has.</summary>
    public int ReadMapHeader()
    {
        var code = ReadByte();
        return code switch
        {
            >= MessagePackCode.FixMap and <= MessagePackCode.LastFixMap => code - MessagePackCode.FixMap,
            MessagePackCode.Map16 => ReadLength(2, bytesEach: 2),
            MessagePackCode.Map32 => ReadLength(4, bytesEach: 2),
            _ => throw Invalid(),
        };
    }

    /// <summary>Reads a number that is whole and not negative.</summary>
    public ulong ReadWhole()
    {
        var code = ReadByte();
        return code switch
        {
            <= MessagePackCode.LastPositiveFixInt => code,
            >= MessagePackCode.UInt8 and <= MessagePackCode.UInt64 => ReadUnsigned(1 << (code - MessagePackCode.UInt8)),
            _ => throw Invalid(),
        };
    }

    public static FormatException Invalid() => new("The message is no MessagePack.");

    [DoesNotReturn]
    private static void Throw() => throw Invalid();
}
