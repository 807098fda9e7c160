using System.Text;
using SockJS.Protocol;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Tests.Protocol;

public sealed class SocketPacketTests
{
    private const int MaxAttachments = 10;

    [Theory]
    [InlineData("0", '0', 0, "/", null, "")]
    [InlineData("0{\"token\":1}", '0', 0, "/", null, "{\"token\":1}")]
    [InlineData("0/admin,{}", '0', 0, "/admin", null, "{}")]
    [InlineData("0/admin", '0', 0, "/admin", null, "")]
    [InlineData("1/admin,", '1', 0, "/admin", null, "")]
    [InlineData("2[\"a\"]", '2', 0, "/", null, "[\"a\"]")]
    [InlineData("2/,[\"a\"]", '2', 0, "/", null, "[\"a\"]")]
    [InlineData("20[\"a\"]", '2', 0, "/", 0ul, "[\"a\"]")]
    [InlineData("2/a?b=c,12[\"a,b\"]", '2', 0, "/a?b=c", 12ul, "[\"a,b\"]")]
    [InlineData("318446744073709551615[]", '3', 0, "/", ulong.MaxValue, "[]")]
    [InlineData("51-[\"a\"]", '5', 1, "/", null, "[\"a\"]")]
    [InlineData("510-/admin,7[\"a\"]", '5', 10, "/admin", 7ul, "[\"a\"]")]
    [InlineData("62-1[]", '6', 2, "/", 1ul, "[]")]
    [InlineData("42abc", '4', 0, "/", 2ul, "abc")]
    public void A_header_tells_type_attachments_namespace_and_ack_id(
        string text, char type, int attachments, string nameSpace, ulong? ackId, string data)
    {
        Assert.True(SocketPacketReader.TryRead(Encoding.UTF8.GetBytes(text), MaxAttachments, out var packet));

        Assert.Equal((SocketPacketType)type, packet.Type);
        Assert.Equal(attachments, packet.Attachments);
        Assert.Equal(nameSpace, Encoding.UTF8.GetString(packet.Namespace));
        Assert.Equal(ackId, packet.AckId);
        Assert.Equal(data, Encoding.UTF8.GetString(packet.Data));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("abc")]
    [InlineData("5")]
    [InlineData("5[\"a\"]")]
    [InlineData("5-[\"a\"]")]
    [InlineData("50-[\"a\"]")]
    [InlineData("5-1-[\"a\"]")]
    [InlineData("5+1-[\"a\"]")]
    [InlineData("51.0-[\"a\"]")]
    [InlineData("511-[\"a\"]")]
    [InlineData("599999999999-[\"a\"]")]
    [InlineData("51")]
    [InlineData("218446744073709551616[\"a\"]")]
    public void What_breaks_the_grammar_or_a_bound_is_no_packet(string text)
        => Assert.False(SocketPacketReader.TryRead(Encoding.UTF8.GetBytes(text), MaxAttachments, out _));

    [Theory]
    [InlineData("2", '2', "/", null, 0)]
    [InlineData("0/admin,", '0', "/admin", null, 0)]
    [InlineData("30", '3', "/", 0ul, 0)]
    [InlineData("5100-/é,18446744073709551615", '5', "/é", ulong.MaxValue, 100)]
    public void A_header_is_written_as_it_is_read(string text, char type, string nameSpace, ulong? ackId, int attachments)
    {
        var buffer = default(PooledBuffer);
        SocketPacketWriter.AppendHeader(ref buffer, (SocketPacketType)type, Encoding.UTF8.GetBytes(nameSpace), ackId, attachments);

        Assert.Equal(text, Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.Free();
    }
}
