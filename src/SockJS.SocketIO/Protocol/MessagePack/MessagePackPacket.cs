using System.Buffers;
using System.Text.Json;
using SockJS.Protocol;

namespace SockJS.SocketIO.Protocol.MessagePack;

/// <summary>
/// Turns packets that are one binary message each, a map of <c>type</c>, <c>nsp</c>, <c>data</c> and <c>id</c>, into the text form and its
/// attachments, so that nothing but the edge knows of them.
/// </summary>
internal static class MessagePackPacket
{
    private const int MaxSkippedDepth = 8;

    /// <summary>Says whether a message is an answer, as far as that can be seen; what is no packet is none.</summary>
    public static bool IsAnswer(ReadOnlySpan<byte> message)
    {
        try
        {
            var input = new MessagePackInput(message);
            // Every encoder writes the type first; with another order an answer waits in the line of events.
            return input.ReadMapHeader() > 0 && input.ReadText().SequenceEqual("type"u8) && input.ReadWhole() == 3;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Turns a packet into text.</summary>
    /// <param name="message">The message.</param>
    /// <param name="maxAttachments">How many binary values it may have.</param>
    /// <param name="maxDepth">How deep its data may be nested.</param>
    /// <param name="text">The packet as text.</param>
    /// <param name="attachments">Its binary values, copies of them; <see langword="null"/> where it has none.</param>
    /// <returns><see langword="false"/> where it is no packet, or breaks a bound.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> message, int maxAttachments, int maxDepth, out byte[] text, out IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
    {
        text = [];
        attachments = null;
        var found = new List<ReadOnlyMemory<byte>>();
        var data = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(data, new JsonWriterOptions { SkipValidation = true });
            var input = new MessagePackInput(message);
            var (type, nameSpace, id) = Read(ref input, new MessagePackToJson(json, found, maxAttachments, maxDepth));
            json.Flush();
            text = WriteText(type, nameSpace, id, data.WrittenSpan, found.Count);
        }
        catch (FormatException)
        {
            return false;
        }

        if (found.Count > 0)
            attachments = found;
        return true;
    }

    private static (SocketPacketType Type, byte[] Namespace, ulong? Id) Read(ref MessagePackInput input, MessagePackToJson data)
    {
        SocketPacketType? type = null;
        byte[] nameSpace = [];
        ulong? id = null;
        var hasData = false;
        for (var left = input.ReadMapHeader(); left > 0; left--)
        {
            var key = input.ReadText();
            if (key.SequenceEqual("type"u8))
                type = ReadType(ref input);
            else if (key.SequenceEqual("nsp"u8))
                nameSpace = input.ReadText().ToArray();
            else if (key.SequenceEqual("id"u8))
                id = ReadId(ref input);
            else if (!key.SequenceEqual("data"u8))
                Skip(ref input);
            else if (!hasData)
                hasData = WriteData(ref input, data);
            else
                throw MessagePackInput.Invalid();
        }

        if (type is null || nameSpace is not [(byte)'/', ..] || nameSpace.Contains((byte)',') || !input.IsAtEnd)
            throw MessagePackInput.Invalid();
        return (type.Value, nameSpace, id);
    }

    private static SocketPacketType ReadType(ref MessagePackInput input)
        => input.ReadWhole() is <= 4 and var digit ? SocketPacketType.Connect + (byte)digit : throw MessagePackInput.Invalid();

    // The client for JavaScript sends options along that are its own.
    private static void Skip(ref MessagePackInput input)
    {
        using var json = new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { SkipValidation = true });
        new MessagePackToJson(json, [], maxAttachments: 0, MaxSkippedDepth).Write(ref input);
    }

    // The encoder writes what JavaScript calls undefined.
    private static ulong? ReadId(ref MessagePackInput input)
    {
        if (input.Next == MessagePackCode.Nil)
        {
            input.ReadByte();
            return null;
        }

        if (input.Next != MessagePackCode.FixExt1)
            return input.ReadWhole();
        input.Take(3);
        return null;
    }

    private static bool WriteData(ref MessagePackInput input, MessagePackToJson data)
    {
        if (input.Next == MessagePackCode.FixExt1)
            input.Take(3);
        else if (input.Next == MessagePackCode.Nil)
            input.ReadByte();
        else
            data.Write(ref input);
        return true;
    }

    private static byte[] WriteText(SocketPacketType type, byte[] nameSpace, ulong? id, ReadOnlySpan<byte> data, int attachments)
    {
        if (attachments > 0)
        {
            type = type switch
            {
                SocketPacketType.Event => SocketPacketType.BinaryEvent,
                SocketPacketType.Ack => SocketPacketType.BinaryAck,
                _ => throw MessagePackInput.Invalid(),
            };
        }

        var text = default(PooledBuffer);
        SocketPacketWriter.AppendHeader(ref text, type, nameSpace, id, attachments);
        text.Append(data);
        var written = text.WrittenSpan.ToArray();
        text.Free();
        return written;
    }
}
