using System.Text;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class OutboundBufferTests
{
    private static readonly string[] s_awkward =
    [
        "", "\"", "\\", "\\\"", "a\",\"b", "\\u0022", "\u2028\uD83D\uDE00\uD800", "],[",
        new string('\\', 300), new string('x', 125), new string('y', 126), new string('z', 70_000),
    ];

    private static readonly string[][] s_announced = [["1a", "x"], ["2b", "y", "z"], ["0c"], ["1d", "x"], ["2e", "y", "z"]];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_memory_of_a_small_frame_carries_the_next_one(bool raw)
    {
        var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
        buffer.Append("first");
        var memory = buffer.Take(out var written).Array;
        buffer.Recycle(ref written);
        buffer.Append("second");
        var next = buffer.Take(out var rest);

        Assert.Same(memory, next.Array);
        Assert.Equal(Frame(raw, ["second"]), next.Bytes.ToArray());
        buffer.Recycle(ref rest);
        buffer.Trim();
        Assert.Equal(0, buffer.Bytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_left_when_the_oldest_are_dropped_is_a_whole_frame(bool raw)
    {
        string[] texts = raw ? [.. s_awkward.Where(static text => !text.Contains('\uD800', StringComparison.Ordinal))] : s_awkward;
        for (var left = 1; left <= texts.Length; left++)
        {
            var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
            foreach (var text in texts)
                buffer.Append(text);
            var dropped = buffer.DropOldest(int.MaxValue, left);

            Assert.Equal(texts.Length - left, dropped);
            Assert.Equal(left, buffer.Count);
            Assert.Equal(Frame(raw, texts[^left..]), Take(ref buffer));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void As_many_are_dropped_as_the_bytes_ask_for(bool raw)
    {
        var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
        for (var i = 0; i < 10; i++)
            buffer.Append(new string((char)('0' + i), 100));
        Assert.Equal(5, buffer.DropOldest(550, int.MaxValue));

        Assert.True(buffer.Bytes <= 550);
        Assert.Equal(Frame(raw, [.. Enumerable.Range(5, 5).Select(static i => new string((char)('0' + i), 100))]), Take(ref buffer));
    }

    [Fact]
    public void Messages_after_a_drop_go_on_with_the_frame()
    {
        var buffer = new OutboundBuffer(MessageLayout.JsonArray);
        buffer.Append("one");
        buffer.Append("two");
        buffer.DropOldest(int.MaxValue, 1);
        buffer.Append("three");

        Assert.Equal("a[\"two\",\"three\"]"u8.ToArray(), Take(ref buffer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_buffer_that_lost_all_begins_anew(bool raw)
    {
        var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
        Assert.Equal(0, buffer.DropOldest(0, 0));
        buffer.Append("one");
        buffer.Append("two");
        Assert.Equal(2, buffer.DropOldest(0, 0));
        Assert.Equal((0, 0), (buffer.Count, buffer.Bytes));
        buffer.Append("three");

        Assert.Equal(Frame(raw, ["three"]), Take(ref buffer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_three_kinds_of_messages_are_encoded_alike(bool raw)
    {
        const string Text = "text \"\u00E9\u2028\"";
        var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
        buffer.Append(Text);
        buffer.Append(new PreparedMessage(Text));
        buffer.Append(SockJSMessage.FromUtf8(Encoding.UTF8.GetBytes(Text)));

        Assert.Equal(Frame(raw, [Text, Text, Text]), Take(ref buffer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_that_are_no_text_become_replacement_characters(bool raw)
    {
        var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
        buffer.Append(SockJSMessage.FromUtf8(new byte[] { (byte)'a', 0xFF, (byte)'b' }));

        Assert.Equal(Frame(raw, ["a\uFFFDb"]), Take(ref buffer));
    }

    [Fact]
    public void A_sink_finds_room_for_a_header_in_front_of_the_frame()
    {
        var buffer = new OutboundBuffer(MessageLayout.JsonArray);
        buffer.Append("message");
        var frame = buffer.Take(out var memory);

        Assert.Equal(10, frame.Start);
        Assert.Equal("a[\"message\"]"u8.ToArray(), frame.Bytes.ToArray());
        memory.Free();
    }

    [Fact]
    public void Frames_that_are_one_message_are_taken_together()
    {
        var buffer = new OutboundBuffer(MessageLayout.ReadyFrames, new AnnouncedFrames());
        foreach (var message in s_announced)
            buffer.Append(SockJSMessage.FromUtf8(Ready(message)));

        // As many as fit, and one at least.
        Assert.Equal(["1a", "x"], TakeFrames(ref buffer, 3));
        Assert.Equal(["2b", "y", "z"], TakeFrames(ref buffer, 2));
        Assert.Equal(["0c", "1d", "x"], TakeFrames(ref buffer, 4));
        Assert.Equal(["2e", "y", "z"], TakeFrames(ref buffer, 3));
        Assert.Equal((0, 0), (buffer.Count, buffer.Bytes));
    }

    [Fact]
    public void Frames_that_are_one_message_are_dropped_together()
    {
        for (var left = 1; left <= s_announced.Length; left++)
        {
            var buffer = new OutboundBuffer(MessageLayout.ReadyFrames, new AnnouncedFrames());
            foreach (var message in s_announced)
                buffer.Append(SockJSMessage.FromUtf8(Ready(message)));

            Assert.Equal(s_announced.Length - left, buffer.DropOldest(int.MaxValue, left));

            Assert.Equal(s_announced[^left..].SelectMany(static one => one), TakeFrames(ref buffer, int.MaxValue));
        }
    }

    private static byte[] Ready(string[] frames)
    {
        var buffer = default(PooledBuffer);
        foreach (var frame in frames)
            WebSocketFrameWriter.AppendFrame(ref buffer, WebSocketOpcode.Text, Encoding.UTF8.GetBytes(frame));
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.Free();
        return bytes;
    }

    private static List<string> TakeFrames(ref OutboundBuffer buffer, int maxFrames)
    {
        var rest = buffer.Take(maxFrames, out var memory).Bytes;
        var frames = new List<string>();
        while (!rest.IsEmpty)
            frames.Add(Encoding.UTF8.GetString(ReadyFrame.Read(ref rest, out _)));
        memory.Free();
        return frames;
    }

    private static byte[] Take(ref OutboundBuffer buffer)
    {
        var bytes = buffer.Take(out var memory).Bytes.ToArray();
        memory.Free();
        Assert.Equal((0, 0), (buffer.Count, buffer.Bytes));
        return bytes;
    }

    // Another way to the same bytes: every message in a buffer of its own.
    private static byte[] Frame(bool raw, IReadOnlyList<string> texts)
    {
        var frames = texts.Select(text =>
        {
            var buffer = new OutboundBuffer(raw ? MessageLayout.TextFrames : MessageLayout.JsonArray);
            buffer.Append(text);
            return Take(ref buffer);
        }).ToArray();
        if (!raw)
            return [.. "a["u8, .. frames.SelectMany(static (frame, i) => (byte[])[.. i == 0 ? [] : ","u8.ToArray(), .. frame[2..^1]]), (byte)']'];
        Assert.Equal(texts, RawFrames.Read(frames.SelectMany(static frame => frame).ToArray()));
        return [.. frames.SelectMany(static frame => frame)];
    }

    // The first frame of a message begins with how many follow.
    private sealed class AnnouncedFrames : IFrameGroups
    {
        public int CountFollowing(ReadOnlySpan<byte> frames) => ReadyFrame.Read(ref frames, out _)[0] - '0';
    }
}
