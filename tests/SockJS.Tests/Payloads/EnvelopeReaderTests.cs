using System.Text;
using SockJS.Payloads;
using Xunit;

namespace SockJS.Tests.Payloads;

public sealed class EnvelopeReaderTests
{
    private static readonly MessageNames s_names = new(["say", "who", "änd\"ern"]);
    private static readonly MessageShape s_flat = new("type", "data", isFlat: true);

    [Theory]
    [InlineData("""{"type":"say","data":{"text":"hi"}}""", 0, """{"text":"hi"}""")]
    [InlineData("""{"data":[1,{"type":"x"}],"type":"who"}""", 1, """[1,{"type":"x"}]""")]
    [InlineData(""" { "type" : "say" , "data" : "a\"b" } """, 0, "\"a\\\"b\"")]
    [InlineData("""{"type":"say","data":-1.5e3}""", 0, "-1.5e3")]
    [InlineData("""{"type":"say","data":null}""", 0, "null")]
    [InlineData("""{"type":"say","data":true,"id":7,"more":{"data":1}}""", 0, "true")]
    [InlineData("""{"type":"say"}""", 0, "")]
    [InlineData("""{"ty\u0070e":"sa\u0079","d\u0061ta":1}""", 0, "1")]
    [InlineData("""{"type":"\u00e4nd\"ern"}""", 2, "")]
    [InlineData("""{"type":"änd\"ern"}""", 2, "")]
    [InlineData("""{"type":"Say","data":1}""", MessageNames.Unknown, "1")]
    [InlineData("""{"type":"","data":1}""", MessageNames.Unknown, "1")]
    [InlineData("""{"type":"say","data":1,"data":2}""", 0, "2")]
    [InlineData("""{"data":1,"Type":"say"}""", MessageNames.None, "1")]
    [InlineData("{}", MessageNames.None, "")]
    public void A_message_has_a_name_and_a_payload(string message, int name, string payload)
    {
        Assert.Equal(name, EnvelopeReader.Read(Encoding.UTF8.GetBytes(message), MessageShape.Default, s_names, out var found));
        Assert.Equal(payload, Encoding.UTF8.GetString(found.Utf8));
        Assert.False(found.IsMessage);
        Assert.Equal(payload.Length == 0, found.IsAbsent);
        Assert.Equal(payload == "null", found.IsNull);
    }

    [Theory]
    [InlineData("")]
    [InlineData("say")]
    [InlineData("[]")]
    [InlineData("\"say\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"type":7,"data":1}""")]
    [InlineData("""{"type":null,"data":1}""")]
    [InlineData("""{"type":["say"],"data":1}""")]
    [InlineData("""{"type":"say","type":"who"}""")]
    [InlineData("""{"type":"say","data":}""")]
    [InlineData("""{"type":"say","data":1""")]
    [InlineData("""{"type":"say","data":1}}""")]
    [InlineData("""{"type":"say","data":1} 2""")]
    [InlineData("""{"type":"say",}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"say","\udc00":1}""")]
    [InlineData("""{"type":"say"/* */}""")]
    [InlineData("""{"type":"say","data":{"a":01}}""")]
    public void What_is_no_object_with_one_name_is_refused(string message)
    {
        var exception = Assert.Throws<InvalidMessageException>(
            () => EnvelopeReader.Read(Encoding.UTF8.GetBytes(message), MessageShape.Default, s_names, out _));
        Assert.Equal(InvalidMessageKind.NoEnvelope, exception.Kind);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var deep = $$"""{"type":"say","data":{{new string('[', 100)}}{{new string(']', 100)}}}""";

        Assert.Throws<InvalidMessageException>(() => EnvelopeReader.Read(Encoding.UTF8.GetBytes(deep), MessageShape.Default, s_names, out _));
    }

    [Fact]
    public void A_flat_message_is_its_own_payload()
    {
        var message = """{"text":"hi","type":"say"}"""u8;

        Assert.Equal(0, EnvelopeReader.Read(message, s_flat, s_names, out var payload));
        Assert.True(payload.Utf8.SequenceEqual(message));
    }

    [Fact]
    public void The_members_can_have_other_names()
    {
        var message = """{"kind":"who","body":1,"type":"say"}"""u8;

        Assert.Equal(1, EnvelopeReader.Read(message, new MessageShape("kind", "body", isFlat: false), s_names, out var payload));
        Assert.True(payload.Utf8.SequenceEqual("1"u8));
    }
}
