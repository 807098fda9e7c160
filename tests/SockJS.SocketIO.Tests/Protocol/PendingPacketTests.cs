using System.Text;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Tests.Protocol;

public sealed class PendingPacketTests
{
    [Fact]
    public void A_packet_is_complete_when_its_attachments_are_there_in_their_order()
    {
        var packet = new PendingPacket("52-[\"a\"]"u8, 2, maxBytes: 100);
        Assert.True(packet.TryAdd([1, 2]));
        Assert.False(packet.IsComplete);
        Assert.True(packet.TryAdd([3]));

        Assert.True(packet.IsComplete);
        Assert.Equal("52-[\"a\"]", Encoding.UTF8.GetString(packet.Text));
        Assert.Equal([[1, 2], [3]], packet.Attachments.Select(static attachment => attachment.ToArray()));
        Assert.False(packet.TryAdd([4]));
    }

    [Fact]
    public void A_packet_that_becomes_too_large_takes_no_more()
    {
        var packet = new PendingPacket("52-[]"u8, 2, maxBytes: 10);

        Assert.True(packet.TryAdd(new byte[5]));
        Assert.False(packet.TryAdd(new byte[1]));
    }

    [Fact]
    public void Memory_of_the_wire_is_not_kept()
    {
        var wire = new byte[] { 1 };
        var packet = new PendingPacket("51-[]"u8, 1, maxBytes: 10);
        packet.TryAdd(wire);
        wire[0] = 2;

        Assert.Equal(1, packet.Attachments[0].Span[0]);
    }
}
