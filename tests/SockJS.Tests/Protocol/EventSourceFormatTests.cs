using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class EventSourceFormatTests
{
    // EventSource.test_transport
    [Theory]
    [InlineData("o", "data: o\r\n\r\n")]
    [InlineData("a[\"x\"]", "data: a[\"x\"]\r\n\r\n")]
    [InlineData("a[\"\\r\\n\\u0000 é\"]", "data: a[\"\\r\\n\\u0000 é\"]\r\n\r\n")]
    public void A_frame_is_the_data_of_an_event(string frame, string body) =>
        Assert.Equal(body, Written.Text(EventSourceFormat.Instance, frame));

    [Theory]
    [InlineData("a[\"100%\"]", "data: a[\"100%25\"]\r\n\r\n")]
    [InlineData("%%41", "data: %25%2541\r\n\r\n")]
    [InlineData("a\rb\nc\0d%", "data: a%0Db%0Ac%00d%25\r\n\r\n")]
    public void What_decodeURI_or_the_event_stream_would_trip_over_is_escaped(string frame, string body) =>
        Assert.Equal(body, Written.Text(EventSourceFormat.Instance, frame));

    [Fact]
    public void The_stream_begins_with_an_empty_line() => Assert.Equal("\r\n", Written.Prelude(EventSourceFormat.Instance));

    [Fact]
    public void The_content_type_has_no_charset() => Assert.Equal("text/event-stream", EventSourceFormat.Instance.ContentType);
}
