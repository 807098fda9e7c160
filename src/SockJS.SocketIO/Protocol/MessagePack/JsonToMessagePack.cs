using System.Buffers.Binary;
using System.Text.Json;
using SockJS.Protocol;

namespace SockJS.SocketIO.Protocol.MessagePack;

/// <summary>Writes packets as one binary message each.</summary>
internal static class JsonToMessagePack
{
    // Of maps and arrays alike.
    private const int MaxFixedCount = MessagePackCode.LastFixMap - MessagePackCode.FixMap;

    /// <summary>Appends a packet.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="type">What it says; never one of the types with attachments.</param>
    /// <param name="nameSpace">The namespace in UTF-8.</param>
    /// <param name="ackId">The number under which an answer is wanted or given.</param>
    /// <param name="data">Its JSON, with placeholders; empty where it has none.</param>
    /// <param name="attachments">Its binary values.</param>
    public static void Append(
        ref PooledBuffer target,
        SocketPacketType type,
        ReadOnlySpan<byte> nameSpace,
        ulong? ackId,
        ReadOnlySpan<byte> data,
        List<ReadOnlyMemory<byte>> attachments)
    {
        var members = 2 + (ackId is null ? 0 : 1) + (data.IsEmpty ? 0 : 1);
        target.Append((byte)(MessagePackCode.FixMap + members));
        AppendText(ref target, "type"u8);
        target.Append((byte)(type - SocketPacketType.Connect));
        AppendText(ref target, "nsp"u8);
        AppendText(ref target, nameSpace);
        if (ackId is { } id)
        {
            AppendText(ref target, "id"u8);
            AppendUnsigned(ref target, id);
        }

        if (data.IsEmpty)
            return;
        AppendText(ref target, "data"u8);
        AppendData(ref target, data, attachments);
    }

    // How many members a map has stands before them, so that those of all are counted first.
    private static void AppendData(ref PooledBuffer target, ReadOnlySpan<byte> data, List<ReadOnlyMemory<byte>> attachments)
    {
        var counts = Count(data);
        var next = 0;
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    var ahead = reader;
                    if (attachments.Count > 0 && Placeholder.TryRead(ref ahead, out var number) && number < attachments.Count)
                    {
                        AppendBinary(ref target, attachments[number].Span);
                        reader = ahead;
                        next++;
                        break;
                    }

                    AppendCount(ref target, counts[next++], MessagePackCode.FixMap, MessagePackCode.Map32);
                    break;
                case JsonTokenType.StartArray:
                    AppendCount(ref target, counts[next++], MessagePackCode.FixArray, MessagePackCode.Array32);
                    break;
                case JsonTokenType.PropertyName or JsonTokenType.String:
                    AppendText(ref target, ref reader);
                    break;
                case JsonTokenType.Number:
                    AppendNumber(ref target, ref reader);
                    break;
                case JsonTokenType.True:
                    target.Append(MessagePackCode.True);
                    break;
                case JsonTokenType.False:
                    target.Append(MessagePackCode.False);
                    break;
                case JsonTokenType.Null:
                    target.Append(MessagePackCode.Nil);
                    break;
            }
        }
    }

    private static List<int> Count(ReadOnlySpan<byte> data)
    {
        var counts = new List<int>();
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
                continue;
            if (open.TryPeek(out var parent))
                counts[parent]++;
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
                continue;
            open.Push(counts.Count);
            counts.Add(0);
        }

        return counts;
    }

    private static void AppendNumber(ref PooledBuffer target, ref Utf8JsonReader reader)
    {
        if (reader.TryGetUInt64(out var unsigned))
        {
            AppendUnsigned(ref target, unsigned);
            return;
        }

        var output = target.GetSpan(9);
        if (reader.TryGetInt64(out var signed))
        {
            output[0] = MessagePackCode.Int64;
            BinaryPrimitives.WriteInt64BigEndian(output[1..], signed);
        }
        else
        {
            output[0] = MessagePackCode.Float64;
            BinaryPrimitives.WriteDoubleBigEndian(output[1..], reader.GetDouble());
        }

        target.Advance(9);
    }

    private static void AppendUnsigned(ref PooledBuffer target, ulong value)
    {
        if (value <= MessagePackCode.LastPositiveFixInt)
        {
            target.Append((byte)value);
            return;
        }

        var output = target.GetSpan(9);
        if (value <= uint.MaxValue)
        {
            output[0] = MessagePackCode.UInt32;
            BinaryPrimitives.WriteUInt32BigEndian(output[1..], (uint)value);
            target.Advance(5);
            return;
        }

        output[0] = MessagePackCode.UInt64;
        BinaryPrimitives.WriteUInt64BigEndian(output[1..], value);
        target.Advance(9);
    }

    private static void AppendText(ref PooledBuffer target, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            AppendText(ref target, reader.ValueSpan);
            return;
        }

        // The reader's own way throws where there is half a character, which a handler may pass on.
        var text = new byte[reader.ValueSpan.Length];
        AppendText(ref target, text.AsSpan(0, JsonText.DecodeUtf8(reader.ValueSpan, text)));
    }

    private static void AppendText(ref PooledBuffer target, ReadOnlySpan<byte> text)
    {
        if (text.Length <= MessagePackCode.LastFixStr - MessagePackCode.FixStr)
            target.Append((byte)(MessagePackCode.FixStr + text.Length));
        else
            AppendLength(ref target, text.Length, MessagePackCode.Str32);
        target.Append(text);
    }

    private static void AppendBinary(ref PooledBuffer target, ReadOnlySpan<byte> value)
    {
        AppendLength(ref target, value.Length, MessagePackCode.Bin32);
        target.Append(value);
    }

    private static void AppendCount(ref PooledBuffer target, int count, byte fixedCode, byte code32)
    {
        if (count <= MaxFixedCount)
            target.Append((byte)(fixedCode + count));
        else
            AppendLength(ref target, count, code32);
    }

    private static void AppendLength(ref PooledBuffer target, int length, byte code32)
    {
        var output = target.GetSpan(5);
        output[0] = code32;
        BinaryPrimitives.WriteInt32BigEndian(output[1..], length);
        target.Advance(5);
    }
}
