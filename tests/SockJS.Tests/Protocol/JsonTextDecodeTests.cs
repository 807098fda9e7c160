using System.Text;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class JsonTextDecodeTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("é漢😀", "é漢😀")]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t")]
    [InlineData("\\u0041\\u00e9\\u00E9\\u2028\\uFFff", "Aéé\u2028\uFFFF")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\\\u0041", "\\u0041")]
    [InlineData("%61bc", "%61bc")]
    [InlineData("é\\n漢\\n😀", "é\n漢\n😀")]
    public void Decode_returns_the_text(string content, string text)
    {
        Assert.Equal(text, JsonText.Decode(Encoding.UTF8.GetBytes(content)));
        Assert.Equal(text, Encoding.UTF8.GetString(DecodeUtf8(content)));
    }

    // A fact, because data in attributes is UTF-8 and cannot hold a lone surrogate.
    [Fact]
    public void Lone_surrogates_survive_in_text_and_are_replaced_in_utf8()
    {
        (string Content, string Text, string Utf8Text)[] cases =
        [
            ("\\ud83d", "\uD83D", "\uFFFD"),
            ("\\ude00x", "\uDE00x", "\uFFFDx"),
            ("\\ud83d\\ud83d\\ude00", "\uD83D\uD83D\uDE00", "\uFFFD😀"),
            ("\\ud83d\\n", "\uD83D\n", "\uFFFD\n"),
            ("\\ud83d\\u0041", "\uD83DA", "\uFFFDA"),
        ];

        foreach (var (content, text, utf8Text) in cases)
        {
            Assert.Equal(text, JsonText.Decode(Encoding.UTF8.GetBytes(content)));
            Assert.Equal(utf8Text, Encoding.UTF8.GetString(DecodeUtf8(content)));
        }
    }

    // JSONEncoding.test_xhr_server_decodes
    [Fact]
    public void Every_code_unit_can_be_sent_as_an_escape()
    {
        for (var unit = 0; unit <= 0xFFFF; unit++)
        {
            Assert.Equal(((char)unit).ToString(), JsonText.Decode(Encoding.ASCII.GetBytes($"\\u{unit:x4}")));
            Assert.Equal(((char)unit).ToString(), JsonText.Decode(Encoding.ASCII.GetBytes($"\\u{unit:X4}")));
        }
    }

    [Fact]
    public void An_escape_is_found_wherever_it_stands_in_a_block()
    {
        foreach (var filler in new[] { "a", "é", "漢" })
        {
            for (var length = 1; length < 50; length++)
            {
                for (var position = 0; position < length; position++)
                {
                    var parts = Enumerable.Repeat(filler, length).ToArray();
                    parts[position] = "\\u001f";
                    var content = string.Concat(parts);

                    Assert.Equal(NaiveJson.Unquote(content), JsonText.Decode(Encoding.UTF8.GetBytes(content)));
                    Assert.Equal(NaiveJson.Unquote(content), Encoding.UTF8.GetString(DecodeUtf8(content)));
                }
            }
        }
    }

    [Fact]
    public void Long_text_does_not_depend_on_the_stack()
    {
        var text = string.Concat(Enumerable.Repeat("line\n", 200_000));

        Assert.Equal(text, JsonText.Decode(Encoding.UTF8.GetBytes(NaiveJson.Quote(text)[1..^1])));
    }

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Generators.Holds(Generators.Text, text =>
            JsonText.Decode(Written.Bytes((ref PooledBuffer buffer) => JsonText.Append(ref buffer, text)).AsSpan()[1..^1]) == text);

    [Fact]
    public void Utf8_of_any_text_fits_into_the_length_of_its_content() =>
        Generators.Holds(Generators.Text, text =>
            DecodeUtf8(NaiveJson.Quote(text)[1..^1]).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Utf8_fits_also_when_everything_is_escaped_or_nothing() =>
        Generators.Holds(Generators.Text, text =>
        {
            var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var raw = string.Concat(wellFormed.Select(unit => unit is '"' or '\\' or < ' ' ? $"\\u{(int)unit:x4}" : unit.ToString()));
            var escaped = string.Concat(text.Select(unit => $"\\u{(int)unit:X4}"));
            return Encoding.UTF8.GetString(DecodeUtf8(raw)) == wellFormed && Encoding.UTF8.GetString(DecodeUtf8(escaped)) == wellFormed;
        });

    // The destination is exactly as long as the content: a write beyond it would throw.
    private static byte[] DecodeUtf8(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var destination = new byte[bytes.Length];
        return destination[..JsonText.DecodeUtf8(bytes, destination)];
    }
}
