using System.Text;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class ChannelFrameTests
{
    // What escape("…") of Node.js returns.
    [Theory]
    [InlineData("ann", "ann")]
    [InlineData("AZaz09@*_+-./", "AZaz09@*_+-./")]
    [InlineData("red carpet", "red%20carpet")]
    [InlineData("100%", "100%25")]
    [InlineData("~!#$&'():;=?[]{}\"", "%7E%21%23%24%26%27%28%29%3A%3B%3D%3F%5B%5D%7B%7D%22")]
    [InlineData("déjà", "d%E9j%E0")]
    [InlineData("ÿ\u0100", "%FF%u0100")]
    [InlineData("привет", "%u043F%u0440%u0438%u0432%u0435%u0442")]
    [InlineData("😀", "%uD83D%uDE00")]
    public void A_topic_is_escaped_as_JavaScript_does(string topic, string escaped) => Assert.Equal(escaped, ChannelFrame.Escape(topic));

    [Theory]
    [InlineData("sub,ann", ChannelFrameKind.Subscribe, "ann", "")]
    [InlineData("uns,ann", ChannelFrameKind.Unsubscribe, "ann", "")]
    [InlineData("msg,ann,hello", ChannelFrameKind.Message, "ann", "hello")]
    [InlineData("msg,ann,a,b", ChannelFrameKind.Message, "ann", "a,b")]
    [InlineData("msg,ann,,", ChannelFrameKind.Message, "ann", ",")]
    [InlineData("msg,ann", ChannelFrameKind.Message, "ann", "")]
    [InlineData("msg,,hello", ChannelFrameKind.Message, "", "hello")]
    [InlineData("sub,", ChannelFrameKind.Subscribe, "", "")]
    public void A_frame_is_a_verb_a_topic_and_a_payload(string text, object kind, string topic, string payload)
    {
        var frame = ChannelFrame.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Equal(kind, frame.Kind);
        Assert.Equal(topic, Encoding.UTF8.GetString(frame.Topic));
        Assert.Equal(payload, Encoding.UTF8.GetString(frame.Payload));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sub")]
    [InlineData("sub;ann")]
    [InlineData("Sub,ann")]
    [InlineData("subs,ann")]
    [InlineData("su,ann,")]
    [InlineData("\0\0\0,ann")]
    public void Anything_else_is_no_frame(string text) => Assert.Equal(ChannelFrameKind.Invalid, ChannelFrame.Parse(Encoding.UTF8.GetBytes(text)).Kind);

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData("a,b", "contains a comma, which ends the topic in a frame")]
    [InlineData("a\nb", "contains the control character U+000A")]
    [InlineData("a\u0085", "contains the control character U+0085")]
    [InlineData("ann", null)]
    [InlineData("red carpet/déjà 😀", null)]
    public void A_topic_is_not_empty_and_has_no_commas_and_control_characters(string? topic, string? problem) => Assert.Equal(problem, TopicName.FindProblem(topic));

    [Fact]
    public void A_topic_has_at_most_128_characters()
    {
        Assert.Null(TopicName.FindProblem(new string('a', 128)));
        Assert.Equal("has more than 128 characters", TopicName.FindProblem(new string('a', 129)));
    }
}
