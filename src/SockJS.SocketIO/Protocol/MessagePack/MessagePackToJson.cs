using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace SockJS.SocketIO.Protocol.MessagePack;

/// <summary>Writes values as JSON. Binary ones become placeholders.</summary>
/// <param name="json">Where to.</param>
/// <param name="attachments">Where the binary values go, copies of them.</param>
/// <param name="maxAttachments">How many there may be.</param>
/// <param name="maxDepth">How deep values may be nested.</param>
internal sealed class MessagePackToJson(Utf8JsonWriter json, List<ReadOnlyMemory<byte>> attachments, int maxAttachments, int maxDepth)
{
    private const int Timestamp = -1;

    /// <summary>Writes the next value.</summary>
    /// <exception cref="FormatException">It is no valid one, or breaks a bound.</exception>
    public void Write(ref MessagePackInput input, int depth = 0)
    {
        if (depth > maxDepth)
            throw MessagePackInput.Invalid();
        var code = input.Next;
        if (code is (>= MessagePackCode.FixStr and <= MessagePackCode.LastFixStr) or (>= MessagePackCode.Str8 and <= MessagePackCode.Str32))
        {
            json.WriteStringValue(input.ReadText());
            return;
        }

        if (code is (>= MessagePackCode.FixMap and <= MessagePackCode.LastFixMap) or MessagePackCode.Map16 or MessagePackCode.Map32)
        {
            WriteMap(ref input, depth);
            return;
        }

        input.ReadByte();
        switch (code)
        {
            case <= MessagePackCode.LastPositiveFixInt:
                json.WriteNumberValue(code);
                break;
            case >= MessagePackCode.NegativeFixInt:
                json.WriteNumberValue((sbyte)code);
                break;
            case >= MessagePackCode.FixArray and <= MessagePackCode.LastFixArray:
                WriteArray(ref input, code - MessagePackCode.FixArray, depth);
                break;
            case MessagePackCode.Array16:
                WriteArray(ref input, input.ReadLength(2), depth);
                break;
            case MessagePackCode.Array32:
                WriteArray(ref input, input.ReadLength(4), depth);
                break;
            case MessagePackCode.Nil:
                json.WriteNullValue();
                break;
            case MessagePackCode.False or MessagePackCode.True:
                json.WriteBooleanValue(code == MessagePackCode.True);
                break;
            case >= MessagePackCode.Bin8 and <= MessagePackCode.Bin32:
                WriteBinary(input.Take(input.ReadLength(1 << (code - MessagePackCode.Bin8))));
                break;
            case MessagePackCode.Float32:
                WriteNumber(BinaryPrimitives.ReadSingleBigEndian(input.Take(4)));
                break;
            case MessagePackCode.Float64:
                WriteNumber(BinaryPrimitives.ReadDoubleBigEndian(input.Take(8)));
                break;
            case >= MessagePackCode.UInt8 and <= MessagePackCode.UInt64:
                json.WriteNumberValue(input.ReadUnsigned(1 << (code - MessagePackCode.UInt8)));
                break;
            case >= MessagePackCode.Int8 and <= MessagePackCode.Int64:
                WriteSigned(ref input, 1 << (code - MessagePackCode.Int8));
                break;
            case >= MessagePackCode.Ext8 and <= MessagePackCode.Ext32:
                WriteLongExtension(ref input, input.ReadLength(1 << (code - MessagePackCode.Ext8)));
                break;
            case >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16:
                WriteExtension(ref input, 1 << (code - MessagePackCode.FixExt1));
                break;
            default:
                throw MessagePackInput.Invalid();
        }
    }

    private void WriteMap(ref MessagePackInput input, int depth)
    {
        var count = input.ReadMapHeader();
        json.WriteStartObject();
        for (var i = 0; i < count; i++)
        {
            json.WritePropertyName(input.ReadText());
            Write(ref input, depth + 1);
        }

        json.WriteEndObject();
    }

    private void WriteArray(ref MessagePackInput input, int count, int depth)
    {
        json.WriteStartArray();
        for (var i = 0; i < count; i++)
            Write(ref input, depth + 1);
        json.WriteEndArray();
    }

    private void WriteBinary(ReadOnlySpan<byte> value)
    {
        if (attachments.Count >= maxAttachments)
            throw MessagePackInput.Invalid();
        Placeholder.Write(json, attachments.Count);
        attachments.Add(value.ToArray());
    }

    private void WriteNumber(double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private void WriteSigned(ref MessagePackInput input, int length)
    {
        var bits = input.ReadUnsigned(length);
        json.WriteNumberValue(length switch
        {
            1 => (sbyte)bits,
            2 => (short)bits,
            4 => (int)bits,
            _ => (long)bits,
        });
    }

    // What the encoder for Node makes of arrays of bytes that are no Buffer: type 0, whatever their length.
    private void WriteLongExtension(ref MessagePackInput input, int length)
    {
        var type = (sbyte)input.ReadByte();
        var data = input.Take(length);
        if (type == 0)
            WriteBinary(data);
        else
            WriteTime(type, data);
    }

    // What the encoder makes of undefined and of dates: type 0 with a single zero, or with milliseconds.
    private void WriteExtension(ref MessagePackInput input, int length)
    {
        var type = (sbyte)input.ReadByte();
        var data = input.Take(length);
        if (type == 0 && length == 1)
        {
            json.WriteNullValue();
            return;
        }

        if (type == 0 && length == 8)
        {
            var milliseconds = BinaryPrimitives.ReadInt64BigEndian(data);
            var rest = ((milliseconds % 1000) + 1000) % 1000;
            WriteTime((milliseconds - rest) / 1000, (uint)rest * 1_000_000);
            return;
        }

        WriteTime(type, data);
    }

    private void WriteTime(sbyte type, ReadOnlySpan<byte> data)
    {
        if (type != Timestamp)
            throw MessagePackInput.Invalid();
        var (seconds, nanoseconds) = data.Length switch
        {
            4 => (BinaryPrimitives.ReadUInt32BigEndian(data), 0u),
            8 => ((long)(BinaryPrimitives.ReadUInt64BigEndian(data) & 0x3_FFFF_FFFF), (uint)(BinaryPrimitives.ReadUInt64BigEndian(data) >> 34)),
            12 => (BinaryPrimitives.ReadInt64BigEndian(data[4..]), BinaryPrimitives.ReadUInt32BigEndian(data)),
            _ => throw MessagePackInput.Invalid(),
        };
        WriteTime(seconds, nanoseconds);
    }

    private void WriteTime(long seconds, uint nanoseconds)
    {
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1 || nanoseconds > 999_999_999)
            throw MessagePackInput.Invalid();
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.AddTicks(nanoseconds / 100);
        json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
