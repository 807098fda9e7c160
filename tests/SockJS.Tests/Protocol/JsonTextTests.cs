using System.Text;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class JsonTextTests
{
    private static readonly int[] s_escapedUnits =
    [
        .. Range(0x0000, 0x001F), '"', '\\', .. Range(0x200C, 0x200F), .. Range(0x2028, 0x202F), .. Range(0x2060, 0x206F),
        .. Range(0xD800, 0xDFFF), .. Range(0xFFF0, 0xFFFF),
    ];

    public static TheoryData<string, string> Golden => new()
    {
        { "", "\"\"" },
        { "plain", "\"plain\"" },
        { "\"\\/", "\"\\\"\\\\/\"" },
        { "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"" },
        { "\0\u0001\u000B\u001F", "\"\\u0000\\u0001\\u000b\\u001f\"" },
        { "\u200C\u200F\u2028\u202F\u2060\u206F\uFFF0\uFFFF", "\"\\u200c\\u200f\\u2028\\u202f\\u2060\\u206f\\ufff0\\uffff\"" },
        { "\u200B\u2010\u2027\u2030\u205F\u2070\uFFEF", "\"\u200B\u2010\u2027\u2030\u205F\u2070\uFFEF\"" },
        { "\u007F\u0080\u00A0\u00FF", "\"\u007F\u0080\u00A0\u00FF\"" },
        { "😀", "\"\\ud83d\\ude00\"" },
        { "<script>&'+`", "\"<script>&'+`\"" },
        { "{\"name\":\"a long enough text\",\"list\":[\"x\",\"y\"]}", """
            "{\"name\":\"a long enough text\",\"list\":[\"x\",\"y\"]}"
            """ },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Append_writes_exactly_these_bytes(string text, string json)
    {
        Assert.Equal(json, Quote(text));
        Assert.Equal(json, QuoteUtf8(Encoding.UTF8.GetBytes(text)));
    }

    // Facts, because data in attributes is UTF-8 and cannot hold a lone surrogate.
    [Fact]
    public void Append_escapes_lone_surrogates()
    {
        Assert.Equal("\"\\ud83d\"", Quote("\uD83D"));
        Assert.Equal("\"a\\ude00b\"", Quote("a\uDE00b"));
        Assert.Equal("\"\\ude00\\ud83d\"", Quote("\uDE00\uD83D"));
    }

    // JSONEncoding.test_xhr_server_encodes
    [Fact]
    public void Append_escapes_the_listed_code_units_and_no_others()
    {
        for (var unit = 0; unit <= 0xFFFF; unit++)
        {
            var json = Quote(((char)unit).ToString());

            Assert.Equal(s_escapedUnits.Contains(unit), json[1] == '\\');
            Assert.Equal(NaiveJson.Quote(((char)unit).ToString()), json);
        }
    }

    [Fact]
    public void Append_finds_an_escape_wherever_it_stands_in_a_block()
    {
        foreach (var filler in new[] { 'a', 'é', '漢' })
        {
            for (var length = 1; length < 70; length++)
            {
                for (var position = 0; position < length; position++)
                {
                    var units = new string(filler, length).ToCharArray();
                    units[position] = "\"\u0007\u2028\uD800"[length % 4];
                    var text = new string(units);

                    Assert.Equal(NaiveJson.Quote(text), Quote(text));
                }
            }
        }
    }

    [Fact]
    public void Append_adds_to_what_is_already_there()
    {
        Assert.Equal("a[\"x\",\"y\"]", Written.Text((ref PooledBuffer destination) =>
        {
            destination.Append("a["u8);
            JsonText.Append(ref destination, "x");
            destination.Append((byte)',');
            JsonText.AppendUtf8(ref destination, "y"u8);
            destination.Append((byte)']');
        }));
    }

    [Fact]
    public void Append_copes_with_text_that_grows_sixfold()
    {
        var text = new string('\uFFFF', 100_000);

        Assert.Equal(NaiveJson.Quote(text), Quote(text));
        Assert.Equal(NaiveJson.Quote(text), QuoteUtf8(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "\"\\ufffd\"")]
    [InlineData(new byte[] { 0x61, 0x80, 0x62 }, "\"a\\ufffdb\"")]
    [InlineData(new byte[] { 0xE2, 0x80 }, "\"\\ufffd\"")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3 }, "\"é\\ufffd\"")]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x22 }, "\"\\ufffd\\\"\"")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\"\\ufffd\\ufffd\\ufffd\"")]
    public void AppendUtf8_replaces_invalid_sequences(byte[] utf8, string json) => Assert.Equal(json, QuoteUtf8(utf8));

    [Fact]
    public void Appending_any_text_agrees_with_the_naive_writer() =>
        Generators.Holds(Generators.Text, text => Quote(text) == NaiveJson.Quote(text));

    [Fact]
    public void Appending_any_bytes_agrees_with_decoding_them_first() =>
        Generators.Holds(Generators.Utf8, utf8 => QuoteUtf8(utf8) == NaiveJson.Quote(Encoding.UTF8.GetString(utf8)));

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Quote(string text) => Written.Text((ref PooledBuffer destination) => JsonText.Append(ref destination, text));

    private static string QuoteUtf8(byte[] utf8) =>
        Written.Text((ref PooledBuffer destination) => JsonText.AppendUtf8(ref destination, utf8));
}
