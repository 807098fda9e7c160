using System.Text;
using System.Text.Json;
using SockJS.Payloads;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Payloads;

public sealed class MessageWriterTests
{
    private static readonly MessageShape s_flat = new("type", "data", isFlat: true);

    private sealed record Said(string Text, int? Room = null);

    [Fact]
    public void An_envelope_has_the_name_and_the_payload()
    {
        Assert.Equal("""{"type":"said","data":{"text":"привет \"<&>\"","room":null}}""", Write(MessageShape.Default, "said", new Said("привет \"<&>\"")));
        Assert.Equal("""{"type":"said","data":7}""", Write(MessageShape.Default, "said", 7));
        Assert.Equal("""{"type":"said","data":null}""", Write<Said?>(MessageShape.Default, "said", null));
        Assert.Equal("""{"kind":"a\"b","the body":[1,2]}""", Write(new MessageShape("kind", "the body", isFlat: false), "a\"b", new[] { 1, 2 }));
    }

    [Fact]
    public void A_flat_message_has_the_members_of_the_payload_beside_the_name()
    {
        Assert.Equal("""{"type":"said","text":"hi","room":7}""", Write(s_flat, "said", new Said("hi", 7)));
        Assert.Equal("""{"type":"said","a":1}""", Write(s_flat, "said", new Dictionary<string, int> { ["a"] = 1 }));
        Assert.Equal("""{"type":"said"}""", Write(s_flat, "said", new Dictionary<string, int>()));
        Assert.Equal("""{"type":"said"}""", Write<Said?>(s_flat, "said", null));
    }

    [Theory]
    [InlineData(7)]
    [InlineData("text")]
    [InlineData(new[] { 1 })]
    public void What_is_no_object_has_no_flat_form(object value)
        => Assert.Throws<InvalidOperationException>(() => Write(s_flat, "said", value));

    [Fact]
    public void A_name_can_stand_alone()
    {
        var writer = MessageWriter.Rent(TestFormats.Default.Options);
        writer.WriteName(MessageShape.Default, "left");

        Assert.Equal("""{"type":"left"}""", TextOf(writer));
        writer.Return();
    }

    [Fact]
    public void A_writer_is_used_again_where_the_settings_are_the_same()
    {
        var first = MessageWriter.Rent(TestFormats.Default.Options);
        first.WriteName(MessageShape.Default, "left");
        first.Return();
        var second = MessageWriter.Rent(TestFormats.Default.Options);
        var nested = MessageWriter.Rent(TestFormats.Default.Options);
        second.Return();

        Assert.Same(first, second);
        Assert.NotSame(first, nested);
        Assert.Empty(second.Written.ToArray());
        Assert.Same(second, MessageWriter.Rent(new JsonSerializerOptions(TestFormats.Default.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }));
        second.Return();
        Assert.NotSame(second, MessageWriter.Rent(new JsonSerializerOptions()));
    }

    [Fact]
    public void Indentation_is_that_of_the_settings()
    {
        var options = new JsonSerializerOptions(TestFormats.Default.Options) { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" };
        var writer = MessageWriter.Rent(options);
        writer.WriteName(MessageShape.Default, "left");

        Assert.Equal("{\n\t\"type\": \"left\"\n}", TextOf(writer));
        writer.Return();
    }

    [Fact]
    public void A_writer_whose_payload_failed_is_clean_again()
    {
        var writer = MessageWriter.Rent(TestFormats.Default.Options);
        Assert.Throws<NotSupportedException>(() => writer.Write(MessageShape.Default, "said", 0, static (_, _) => throw new NotSupportedException()));
        writer.Return();
        var next = MessageWriter.Rent(TestFormats.Default.Options);
        next.WriteName(MessageShape.Default, "left");

        Assert.Same(writer, next);
        Assert.Equal("""{"type":"left"}""", TextOf(next));
        next.Return();
    }

    private static string Write<T>(MessageShape shape, string name, T value)
    {
        var writer = MessageWriter.Rent(TestFormats.Default.Options);
        try
        {
            writer.Write(shape, name, value, static (json, value) => JsonSerializer.Serialize(json, value, TestFormats.Default.TypeOf<T>()));
            return TextOf(writer);
        }
        finally
        {
            writer.Return();
        }
    }

    private static string TextOf(MessageWriter writer) => Encoding.UTF8.GetString(writer.Written.Span);
}
