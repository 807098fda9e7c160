using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class XhrFormatTests
{
    // XhrPolling.test_transport, XhrStreaming.test_transport
    [Theory]
    [InlineData("o", "o\n")]
    [InlineData("h", "h\n")]
    [InlineData("a[\"x\",\"é%<\"]", "a[\"x\",\"é%<\"]\n")]
    public void A_frame_is_a_line(string frame, string line)
    {
        Assert.Equal(line, Written.Text(XhrFormat.Polling, frame));
        Assert.Equal(line, Written.Text(XhrFormat.Streaming, frame));
    }

    // XhrStreaming.test_transport
    [Fact]
    public void A_stream_begins_with_2048_times_h_and_a_line_feed() =>
        Assert.Equal(new string('h', 2048) + "\n", Written.Prelude(XhrFormat.Streaming));

    [Fact]
    public void A_poll_begins_with_its_frame() => Assert.True(XhrFormat.Polling.Prelude.IsEmpty);

    [Fact]
    public void The_content_type_is_that_of_a_script()
    {
        Assert.Equal("application/javascript; charset=UTF-8", XhrFormat.Polling.ContentType);
        Assert.Equal("application/javascript; charset=UTF-8", XhrFormat.Streaming.ContentType);
    }

    // XhrStreaming.test_response_limit counts on it.
    [Fact]
    public void A_frame_of_128_characters_takes_134_bytes() =>
        Assert.Equal(134, Written.Text(XhrFormat.Streaming, $"a[\"{new string('x', 128)}\"]").Length);
}
