using System.Buffers;
using System.Text;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests;

public sealed class SockJSMessageTests
{
    [Fact]
    public void The_text_is_the_same_whatever_a_message_was_made_of()
    {
        const string Text = "text \u00E9";
        var utf8 = Encoding.UTF8.GetBytes($"__{Text}__");
        var prepared = new PreparedMessage(Text);

        Assert.All(
            [Text, SockJSMessage.FromString(Text), SockJSMessage.FromUtf8(utf8.AsMemory(2..^2)), prepared, SockJSMessage.FromPreparedMessage(prepared)],
            static message => Assert.Equal(Text, message.ToString()));
        Assert.Equal(Text, prepared.ToString());
        Assert.Equal("", default(SockJSMessage).ToString());
    }

    [Fact]
    public void Memory_that_is_no_array_is_copied()
    {
        using var memory = new NativeBytes("text"u8);
        var message = SockJSMessage.FromUtf8(memory.Memory);
        memory.Memory.Span.Fill((byte)'x');

        Assert.Equal("text", message.ToString());
    }

    [Fact]
    public void Null_is_no_message()
    {
        Assert.Throws<ArgumentNullException>("text", () => (SockJSMessage)(string)null!);
        Assert.Throws<ArgumentNullException>("text", () => new PreparedMessage(null!));
        Assert.Throws<ArgumentNullException>("message", () => (SockJSMessage)(PreparedMessage)null!);
    }

    [Fact]
    public async Task Frames_of_another_protocol_are_no_message_whoever_they_are_for()
    {
        using var world = new SessionWorld();
        var (connection, sink) = await world.ConnectAsync();
        await connection.JoinAsync("red");
        var frames = PreparedMessage.FromFrames(new byte[] { 0x81, 1, 0x34 });

        await Assert.ThrowsAsync<ArgumentException>("message", async () => await connection.SendAsync(frames));
        Assert.Throws<ArgumentException>("message", () => connection.TrySend(frames));
        Assert.Throws<ArgumentException>("message", () => SockJSMessage.FromPreparedMessage(frames));
        await Assert.ThrowsAsync<ArgumentException>("message", async () => await world.Clients.All.SendAsync(frames));
        await Assert.ThrowsAsync<ArgumentException>("message", async () => await world.Clients.Group("red").SendAsync(frames));
        Assert.Empty(sink.Messages);
    }

    private sealed class NativeBytes : MemoryManager<byte>
    {
        private readonly byte[] _bytes;

        public NativeBytes(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

        public override Span<byte> GetSpan() => _bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
