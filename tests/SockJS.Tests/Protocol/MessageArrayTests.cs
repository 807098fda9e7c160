using System.Text;
using System.Text.Json;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class MessageArrayTests
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Theory]
    [InlineData("[\"a\"]", "a")]
    [InlineData("[\"a\",\"b\",\"\"]", "a", "b", "")]
    [InlineData(" [ \"a\"\t,\r\n\"b\" ] \n", "a", "b")]
    [InlineData("[\"a,b\",\"]\",\"[\\\"x\\\"]\"]", "a,b", "]", "[\"x\"]")]
    [InlineData("[\"é\",\"漢字\",\"😀\"]", "é", "漢字", "😀")]
    [InlineData("[\"\\\\\"]", "\\")]
    [InlineData("[\"%61bc\"]", "%61bc")]
    public void A_message_array_yields_its_members_in_order(string payload, params string[] messages)
    {
        Assert.Equal((PayloadError.None, messages.Length), Validate(payload));
        Assert.Equal(messages, ReadAll(payload));
    }

    [Fact]
    public void Lone_surrogates_are_messages_like_others()
    {
        const string Payload = "[\"\\ud800\",\"\\udc00\"]";

        Assert.Equal((PayloadError.None, 2), Validate(Payload));
        Assert.Equal(["\uD800", "\uDC00"], ReadAll(Payload));
    }

    // XhrPolling.test_sending_empty_frame, JsonPolling.test_sending_empty_frame
    [Theory]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    public void An_empty_array_is_valid_and_has_no_messages(string payload)
    {
        Assert.Equal((PayloadError.None, 0), Validate(payload));
        Assert.Empty(ReadAll(payload));
    }

    // XhrPolling.test_invalid_json, JsonPolling.test_invalid_json
    [Theory]
    [InlineData("")]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("{\"a\":[1,{}]}")]
    [InlineData("1")]
    [InlineData("-1.5e3")]
    [InlineData("null")]
    [InlineData(" true ")]
    [InlineData("\"\\ud800\"")]
    public void What_is_no_array_is_answered_with_payload_expected(string payload) =>
        Assert.Equal((PayloadError.PayloadExpected, 0), Validate(payload));

    // XhrPolling.test_invalid_json, JsonPolling.test_invalid_json, Websocket.test_broken_json
    [Theory]
    [InlineData(" ")]
    [InlineData("\r\n\t")]
    [InlineData("[\"x")]
    [InlineData("[\"x\"")]
    [InlineData("[\"x\",")]
    [InlineData("[\"x\",]")]
    [InlineData("[,\"x\"]")]
    [InlineData("[\"x\" \"y\"]")]
    [InlineData("[\"x\"]]")]
    [InlineData("[\"x\"]x")]
    [InlineData("[\"x\"][]")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("x")]
    [InlineData("nul")]
    [InlineData("{\"a\"}")]
    [InlineData("\"a\"b")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[\"a\",[\"b\"]]")]
    [InlineData("[{}]")]
    [InlineData("['a']")]
    [InlineData("[\"\n\"]")]
    [InlineData("[\"\0\"]")]
    [InlineData("[\"\\x\"]")]
    [InlineData("[\"\\u12\"]")]
    [InlineData("[\"\\u12g4\"]")]
    [InlineData("[\"\\")]
    [InlineData("[\"a\"]\0")]
    [InlineData("\u00A0[\"a\"]")]
    [InlineData("\uFEFF[\"a\"]")]
    [InlineData("[\"a\"]//")]
    public void Everything_else_is_broken(string payload) => Assert.Equal(PayloadError.BrokenJson, Validate(payload).Error);

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xA2 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public void Invalid_utf8_is_broken(byte[] sequence)
    {
        byte[] inArray = [.. "[\"é "u8, .. sequence, .. "\"]"u8];
        byte[] inString = [(byte)'"', .. sequence, (byte)'"'];

        Assert.Equal(PayloadError.BrokenJson, MessageArray.Validate(inArray, allowBareString: false, out _));
        Assert.Equal(PayloadError.BrokenJson, MessageArray.Validate(inString, allowBareString: false, out _));
        Assert.Equal(PayloadError.BrokenJson, MessageArray.Validate(inString, allowBareString: true, out _));
    }

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData(" \"a b\" ", "a b")]
    [InlineData("\"\"", "")]
    public void A_bare_string_is_one_message_where_it_is_allowed(string payload, string message)
    {
        Assert.Equal((PayloadError.None, 1), Validate(payload, allowBareString: true));
        Assert.Equal([message], ReadAll(payload));
    }

    [Theory]
    [InlineData("\"a", PayloadError.BrokenJson)]
    [InlineData("\"a\" \"b\"", PayloadError.BrokenJson)]
    [InlineData("\"a\"]", PayloadError.BrokenJson)]
    [InlineData("{}", PayloadError.PayloadExpected)]
    [InlineData("", PayloadError.PayloadExpected)]
    public void Allowing_bare_strings_allows_nothing_else(string payload, object error) =>
        Assert.Equal(error, Validate(payload, allowBareString: true).Error);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[\"a\",[")]
    public void Deep_nesting_is_broken_and_costs_no_stack(string opening) =>
        Assert.Equal(PayloadError.BrokenJson, Validate(string.Concat(Enumerable.Repeat(opening, 1_000_000))).Error);

    [Fact]
    public void Reading_can_stop_and_go_on_later()
    {
        var payload = "[\"a\",\"b\"]"u8;
        var position = 0;

        Assert.True(MessageArray.TryReadNext(payload, ref position, out var first));
        var kept = position;
        Assert.True(MessageArray.TryReadNext(payload, ref position, out _));
        Assert.False(MessageArray.TryReadNext(payload, ref position, out _));
        Assert.False(MessageArray.TryReadNext(payload, ref position, out _));
        Assert.True(MessageArray.TryReadNext(payload, ref kept, out var second));

        Assert.Equal("a"u8.ToArray(), first.ToArray());
        Assert.Equal("b"u8.ToArray(), second.ToArray());
    }

    [Fact]
    public void A_row_of_backslashes_escapes_the_quote_only_when_it_is_odd()
    {
        for (var before = 0; before < 40; before++)
        {
            for (var backslashes = 0; backslashes < 40; backslashes++)
            {
                var content = new string('x', before) + new string('\\', backslashes);
                var odd = backslashes % 2 == 1;

                Assert.Equal(odd ? PayloadError.BrokenJson : PayloadError.None, Validate($"[\"{content}\"]").Error);
                Assert.Equal(odd ? PayloadError.None : PayloadError.BrokenJson, Validate($"[\"{content}\"\"]").Error);
                var complete = content + (odd ? "\"" : "");
                Assert.Equal([NaiveJson.Unquote(complete), "next"], ReadAll($"[\"{complete}\",\"next\"]"));
            }
        }
    }

    [Theory]
    [InlineData("\u001F", false)]
    [InlineData("\u007F", true)]
    [InlineData("\\x", false)]
    [InlineData("\\u12", false)]
    [InlineData("\\u00e9", true)]
    [InlineData("漢", true)]
    public void A_character_is_judged_alike_wherever_it_stands(string character, bool isValid)
    {
        for (var before = 0; before < 40; before++)
        {
            for (var after = 0; after < 40; after++)
            {
                var payload = $"[\"{new string('-', before)}{character}{new string('-', after)}\"]";

                Assert.Equal(isValid ? PayloadError.None : PayloadError.BrokenJson, Validate(payload).Error);
            }
        }
    }

    [Fact]
    public void Random_bytes_never_throw() => Generators.Holds(Generators.Bytes, payload =>
    {
        MessageArray.Validate(payload, allowBareString: false, out _);
        MessageArray.Validate(payload, allowBareString: true, out _);
        return true;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Verdict_and_messages_agree_with_a_full_json_parser(bool allowBareString) => Generators.Holds(
        Generators.NearJson,
        payload =>
        {
            var expected = Oracle(payload, allowBareString);
            var error = MessageArray.Validate(payload, allowBareString, out var count);
            return error == expected.Error
                && (error != PayloadError.None || (count == expected.Messages.Length && ReadAll(payload).SequenceEqual(expected.Messages)));
        },
        tests: 10_000);

    private static (PayloadError Error, string[] Messages) Oracle(byte[] payload, bool allowBareString)
    {
        if (payload.Length == 0)
            return (PayloadError.PayloadExpected, []);

        try
        {
            using var document = JsonDocument.Parse(s_strictUtf8.GetString(payload));
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array when root.EnumerateArray().All(member => member.ValueKind == JsonValueKind.String) =>
                    (PayloadError.None, [.. root.EnumerateArray().Select(Text)]),
                JsonValueKind.Array => (PayloadError.BrokenJson, []),
                JsonValueKind.String when allowBareString => (PayloadError.None, [Text(root)]),
                _ => (PayloadError.PayloadExpected, []),
            };
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            return (PayloadError.BrokenJson, []);
        }

        // The parser's own decoding would refuse lone surrogates.
        static string Text(JsonElement element) => NaiveJson.Unquote(element.GetRawText()[1..^1]);
    }

    private static (PayloadError Error, int Count) Validate(string payload, bool allowBareString = false) =>
        (MessageArray.Validate(Encoding.UTF8.GetBytes(payload), allowBareString, out var count), count);

    private static List<string> ReadAll(string payload) => ReadAll(Encoding.UTF8.GetBytes(payload));

    private static List<string> ReadAll(byte[] payload)
    {
        var messages = new List<string>();
        var position = 0;
        while (MessageArray.TryReadNext(payload, ref position, out var content))
            messages.Add(JsonText.Decode(content));

        return messages;
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "[ \"a\"")]
    [InlineData(2, "[ \"a\" , \"b\\\"c\"")]
    [InlineData(9, "[ \"a\" , \"b\\\"c\" ]")]
    public void The_first_messages_of_a_payload_can_be_told_from_the_rest(int count, string expected)
    {
        var payload = "[ \"a\" , \"b\\\"c\" ]"u8;

        Assert.Equal(expected, Encoding.UTF8.GetString(payload[..MessageArray.LengthOf(payload, count)]));
    }
}
