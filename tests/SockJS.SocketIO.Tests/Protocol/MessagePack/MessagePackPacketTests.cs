using System.Text;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Tests.Protocol.MessagePack;

public sealed class MessagePackPacketTests
{
    // The messages are those of socket.io-msgpack-parser 3.0.2.
    [Theory]
    [InlineData("82a47479706500a36e7370a12f", "0", "")]
    [InlineData(
        "85a47479706502a46461746199a76d65737361676501fbcd012ccb3ff8000000000000a2c3a9c402010281a16192c3c0d40000a76f7074696f6e7381a8636f6d7072657373c3a2696407a36e7370a12f",
        """51-7["message",1,-5,300,1.5,"\u00E9",{"_placeholder":true,"num":0},{"a":[true,null]},null]""",
        "0102")]
    [InlineData("84a47479706503a46461746191a26f6ba2696400a36e7370a12f", """30["ok"]""", "")]
    [InlineData("83a47479706502a46461746192a464617465d7000000018bcfe5687ba36e7370a12f", """2["date","2023-11-14T22:13:20.123Z"]""", "")]
    [InlineData("83a47479706502a46461746193a56279746573c702000102c70100ffa36e7370a12f", """52-["bytes",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]""", "0102 FF")]
    [InlineData("83a47479706502a46461746192a56279746573c80002000102a36e7370a12f", """51-["bytes",{"_placeholder":true,"num":0}]""", "0102")]
    [InlineData("83a47479706502a46461746192a56279746573c70800000000000000002aa36e7370a12f", """51-["bytes",{"_placeholder":true,"num":0}]""", "000000000000002A")]
    [InlineData("83a47479706502a46461746192a464617465d6ff6553f100a36e7370a52f63686174", """2/chat,["date","2023-11-14T22:13:20.000Z"]""", "")]
    public void Packets_become_text_and_attachments(string message, string text, string attachments)
    {
        Assert.True(MessagePackPacket.TryRead(Convert.FromHexString(message), maxAttachments: 10, maxDepth: 64, out var read, out var found));

        Assert.Equal(text, Encoding.UTF8.GetString(read));
        Assert.Equal(attachments, string.Join(' ', (found ?? []).Select(static one => Convert.ToHexString(one.Span))));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("80", "no type")]
    [InlineData("81a47479706502", "no namespace")]
    [InlineData("82a47479706505a36e7370a12f", "a type that there is not")]
    [InlineData("82a47479706502a36e7370a161", "a namespace without a slash")]
    [InlineData("82a47479706502a36e7370a32f612c", "a namespace with a comma")]
    [InlineData("82a47479706502a36e7370a12f00", "bytes behind it")]
    [InlineData("82a47479706502a36e7370a22f", "a text that ends early")]
    [InlineData("83a47479706502a36e7370a12fa464617461ddffffffff", "an array longer than the message")]
    [InlineData("83a47479706502a36e7370a12fa464617461dfffffffff", "a map longer than the message")]
    [InlineData("83a47479706502a36e7370a12fa464617461c6ffffffff", "bytes longer than the message")]
    [InlineData("83a47479706502a36e7370a12fa4646174618101c0", "a key that is no text")]
    [InlineData("83a47479706502a36e7370a12fa464617461a1ff", "a text that is no UTF-8")]
    [InlineData("83a47479706502a36e7370a12fa464617461c1", "a code that there is not")]
    [InlineData("83a47479706502a36e7370a12fa464617461d70500000000000000ff", "an extension that nobody knows")]
    [InlineData("83a47479706502a36e7370a12fa464617461c70205ffff", "a long extension that nobody knows")]
    [InlineData("83a47479706502a36e7370a12fa464617461c9ffffffff00", "a long extension longer than the message")]
    [InlineData("83a47479706500a36e7370a12fa46461746181a161c400", "binary data where there can be none")]
    [InlineData("84a47479706502a36e7370a12fa46461746190a46461746190", "data twice")]
    [InlineData("83a47479706502a36e7370a12fa2696491c0", "a number that is none")]
    public void What_is_no_packet_is_refused(string message, string reason)
        => Assert.False(
            MessagePackPacket.TryRead(Convert.FromHexString(message), maxAttachments: 10, maxDepth: 64, out _, out _), reason);

    [Fact]
    public void Bounds_hold()
    {
        byte[] start = Convert.FromHexString("83a47479706502a36e7370a12fa464617461");
        byte[] deep = [.. start, .. Enumerable.Repeat((byte)0x91, 100_000), 0xC0];
        byte[] many = [.. start, 0x9B, .. Enumerable.Repeat<byte[]>([0xC4, 0], 11).SelectMany(static one => one)];

        Assert.False(MessagePackPacket.TryRead(deep, maxAttachments: 10, maxDepth: 64, out _, out _));
        Assert.False(MessagePackPacket.TryRead(many, maxAttachments: 10, maxDepth: 64, out _, out _));
        Assert.True(MessagePackPacket.TryRead(many, maxAttachments: 11, maxDepth: 64, out _, out _));
    }

    [Fact]
    public void Whatever_bytes_come_it_never_fails_otherwise()
    {
        var random = new Random(7);
        var seed = Convert.FromHexString(
            "85a47479706502a46461746199a76d65737361676501fbcd012ccb3ff8000000000000a2c3a9c402010281a16192c3c0d40000a76f7074696f6e7381a8636f6d7072657373c3a2696407a36e7370a12f");
        for (var i = 0; i < 100_000; i++)
        {
            var message = seed.AsSpan(0, random.Next(seed.Length + 1)).ToArray();
            for (var change = random.Next(4); change > 0 && message.Length > 0; change--)
                message[random.Next(message.Length)] = (byte)random.Next(256);
            MessagePackPacket.TryRead(message, maxAttachments: 10, maxDepth: 64, out _, out _);
            MessagePackPacket.IsAnswer(message);
        }
    }
}
