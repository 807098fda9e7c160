using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Payloads;

public sealed class PayloadReaderTests
{
    private sealed record Say(string Text)
    {
        public required int Room { get; init; }
    }

    [JsonDerivedType(typeof(Square), "square")]
    private abstract record Shape;

    private sealed record Square(int Side) : Shape;

    [Fact]
    public void Text_is_the_message_as_it_is_or_a_string_in_an_envelope()
    {
        Assert.Equal("a\"b", Read<string>("a\"b", isMessage: true));
        Assert.Equal("null", Read<string>("null", isMessage: true));
        Assert.Equal("", Read<string>("", isMessage: true));
        Assert.Equal("a\"b", Read<string>("\"a\\\"b\""));
        Assert.Equal("äö", new string(Read<ReadOnlyMemory<char>>("\"\\u00e4ö\"").Span));
        Assert.Equal("ä\"ö", Encoding.UTF8.GetString(Read<ReadOnlyMemory<byte>>("\"\\u00e4\\\"ö\"").Span));
        Assert.Equal("{", Encoding.UTF8.GetString(Read<ReadOnlyMemory<byte>>("{", isMessage: true).Span));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    [InlineData("true")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public void Only_a_string_is_text(string json)
    {
        Refuses<string>(json);
        Refuses<ReadOnlyMemory<char>>(json);
        Refuses<ReadOnlyMemory<byte>>(json);
    }

    [Fact]
    public void Values_are_read_through_their_metadata()
    {
        Assert.Equal(new Say("hi") { Room = 7 }, Read<Say>("""{"text":"hi","room":7}"""));
        Assert.Equal(new Say("hi") { Room = 7 }, Read<Say>("""{"TEXT":"hi","room":7,"more":1}""", isMessage: true));
        Assert.Equal([1, 2], Read<int[]>("[1,2]"));
        Assert.Equal(JsonValueKind.Array, Read<JsonElement>("[1,2]").ValueKind);
    }

    [Theory]
    [InlineData("""{"text":"hi"}""")]
    [InlineData("""{"text":7,"room":7}""")]
    [InlineData("""{"text":"hi","room":"seven"}""")]
    [InlineData("[]")]
    [InlineData("\"hi\"")]
    [InlineData("""{"text":"hi","room":7}}""")]
    [InlineData("")]
    public void What_does_not_fit_is_refused(string json)
    {
        Refuses<Say>(json);
        Refuses<Say>(json, isMessage: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"side":1}""")]
    [InlineData("""{"side":1,"$type":"square"}""")]
    [InlineData("""{"$type":"circle"}""")]
    public void A_value_that_does_not_say_which_type_it_is_of_is_refused(string json) => Refuses<Shape>(json);

    [Fact]
    public void Null_and_nothing_are_refused_unless_the_parameter_takes_them()
    {
        Refuses<Say>("null");
        Refuses<Say>("null", isMessage: true);
        Refuses<string>("null");
        Refuses<string>("");
        Refuses<int>("");
        Refuses<int>("null");

        Assert.Null(Read("null", new PayloadRule<Say>(AllowsNull: true, IsOptional: false, Default: null)));
        Assert.Null(Read("", new PayloadRule<Say>(AllowsNull: true, IsOptional: false, Default: null)));
        Assert.Null(Read("", new PayloadRule<int?>(AllowsNull: true, IsOptional: false, Default: null)));
        Assert.Equal(5, Read("", new PayloadRule<int>(AllowsNull: false, IsOptional: true, Default: 5)));
        Assert.Throws<InvalidMessageException>(() => Read("null", new PayloadRule<int>(AllowsNull: false, IsOptional: true, Default: 5)));
        Assert.Equal("x", Read("", new PayloadRule<string>(AllowsNull: false, IsOptional: true, Default: "x")));
    }

    [Fact]
    public void A_type_that_nobody_knows_is_named_with_the_remedy()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = SimpleTypesJson.Default };
        options.MakeReadOnly();
        var format = new MessageFormat(options, options, MessageShape.Default, "/chat");

        var exception = Assert.Throws<InvalidOperationException>(() => format.ReaderOf(default(PayloadRule<Say>)));
        Assert.Contains("\"/chat\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[JsonSerializable(typeof(Say))]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("SockJSOptions.Json", exception.Message, StringComparison.Ordinal);
        Assert.Equal(7, format.ReaderOf(default(PayloadRule<int>)).Read(new Payload("7"u8, isMessage: false)));
    }

    [Fact]
    public void A_type_is_named_as_it_would_be_written()
    {
        Assert.Equal("Say", TypeText.Of(typeof(Say)));
        Assert.Equal("Dictionary<String, List<Say[]>>", TypeText.Of(typeof(Dictionary<string, List<Say[]>>)));
        Assert.Equal("Int32?", TypeText.Of(typeof(int?)));
    }

    [Fact]
    public void A_type_of_which_a_part_is_unknown_is_named_with_that_part()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new OnlyResolver(typeof(Whole)) };
        options.MakeReadOnly();
        var format = new MessageFormat(options, options, MessageShape.Default, "/chat");

        var exception = Assert.Throws<InvalidOperationException>(() => format.ReaderOf(default(PayloadRule<Whole>)));
        Assert.Contains("\"/chat\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Whole).ToString(), exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Say).ToString(), exception.Message, StringComparison.Ordinal);
    }

    private sealed record Whole(Say Part);

    private sealed class OnlyResolver(Type type) : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type wanted, JsonSerializerOptions options) => wanted == type ? base.GetTypeInfo(wanted, options) : null!;
    }

    private static T Read<T>(string text, bool isMessage = false) => Read(text, default(PayloadRule<T>), isMessage);

    private static T Read<T>(string text, PayloadRule<T> rule, bool isMessage = false)
        => TestFormats.Default.ReaderOf(rule).Read(new Payload(Encoding.UTF8.GetBytes(text), isMessage));

    private static void Refuses<T>(string text, bool isMessage = false)
        => Assert.Equal(InvalidMessageKind.WrongPayload, Assert.Throws<InvalidMessageException>(() => Read<T>(text, isMessage)).Kind);
}
