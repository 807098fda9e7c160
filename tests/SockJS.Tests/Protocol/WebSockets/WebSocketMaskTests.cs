using System.Buffers.Binary;
using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol.WebSockets;

public sealed class WebSocketMaskTests
{
    private const uint Key = 0x3D21FA37;

    // RFC 6455, section 5.7
    [Fact]
    public void The_example_of_the_rfc_reads_hello()
    {
        byte[] data = [0x7F, 0x9F, 0x4D, 0x51, 0x58];

        WebSocketMask.Apply(data, Key);

        Assert.Equal("Hello"u8.ToArray(), data);
    }

    [Fact]
    public void Every_length_and_every_offset_agrees_with_a_naive_loop()
    {
        for (var length = 0; length < 300; length++)
        {
            for (var offset = 0; offset < 9; offset++)
            {
                var data = Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray();
                var expected = Naive(data, Key, offset);
                var whole = data.ToArray();

                WebSocketMask.Apply(data, Key, offset);
                WebSocketMask.Apply(whole, Key);

                Assert.Equal(expected, data);
                Assert.Equal(Naive(whole, Key, 0), Naive(Naive(whole, Key, 0), 0, 0));
                if (offset % 4 == 0)
                    Assert.Equal(expected, whole);
            }
        }
    }

    [Fact]
    public void Data_that_begins_at_any_address_is_masked_alike()
    {
        for (var start = 0; start < 64; start++)
        {
            var data = new byte[256];
            WebSocketMask.Apply(data.AsSpan(start, 150), Key);

            Assert.Equal(Naive(new byte[150], Key, 0), data[start..(start + 150)]);
            Assert.Equal(0, data[..start].Sum(value => value) + data[(start + 150)..].Sum(value => value));
        }
    }

    [Fact]
    public void Parts_are_masked_like_the_whole() => Generators.Holds(Generators.Bytes, data =>
    {
        var expected = Naive(data, Key, 0);
        var cut = data.Length / 3;
        WebSocketMask.Apply(data.AsSpan(0, cut), Key, 0);
        WebSocketMask.Apply(data.AsSpan(cut), Key, cut);
        return data.AsSpan().SequenceEqual(expected);
    });

    private static byte[] Naive(byte[] data, uint key, int offset)
    {
        var keyBytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(keyBytes, key);
        return [.. data.Select((value, i) => (byte)(value ^ keyBytes[(i + offset) & 3]))];
    }
}
