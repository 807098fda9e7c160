using System.Globalization;
using System.Text.Json;

namespace SockJS.Conformance.Frames;

/// <summary>Which characters are escaped, and how.</summary>
public sealed class JsonEncodingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly (int First, int Last)[] s_escaped =
        [(0x200C, 0x200F), (0x2028, 0x202F), (0x2060, 0x206F), (0xFFF0, 0xFFFF)];

    [Fact]
    [Trait("Suite", "JSONEncoding.test_xhr_server_encodes")]
    public async Task Characters_that_browsers_mangle_are_sent_escaped_in_lower_case()
    {
        var all = s_escaped.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1)).ToList();
        Assert.Equal(44, all.Count);
        var raw = string.Concat(all.Select(c => (char)c));
        var escaped = string.Concat(all.Select(c => Escape((char)c)));

        Assert.Equal($"a[\"{escaped}\"]\n", await EchoAsync($"[\"{raw}\"]"));
    }

    [Fact]
    [Trait("Suite", "JSONEncoding.test_xhr_server_decodes")]
    public async Task Every_escaped_character_arrives_as_itself()
    {
        var text = string.Concat(Enumerable.Range(0, 0x10000).Where(c => !char.IsSurrogate((char)c)).Select(c => (char)c));

        foreach (var part in text.Chunk(8192))
        {
            var answer = await EchoAsync($"[\"{string.Concat(part.Select(Escape))}\"]");
            Assert.Equal(new string(part), Decode(answer));
        }
    }

    [Fact]
    public async Task Control_characters_have_their_short_form_or_a_code()
    {
        var raw = string.Concat(Enumerable.Range(0, 0x20).Select(c => Escape((char)c)));

        var expected = string.Concat(Enumerable.Range(0, 0x20).Select(c => c switch
        {
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            _ => Escape((char)c),
        }));
        Assert.Equal($"a[\"{expected}\"]\n", await EchoAsync($"[\"{raw}\"]"));
    }

    [Fact]
    public async Task Quotes_and_backslashes_have_their_short_form()
        => Assert.Equal("a[\"\\\"\\\\/'<>&+\"]\n", await EchoAsync("[\"\\u0022\\u005c\\/'<>&+\"]"));

    [Theory]
    [InlineData("\\ud83d\\ude00", "\\ud83d\\ude00")]
    [InlineData("\\uD83D\\uDE00", "\\ud83d\\ude00")]
    [InlineData("\U0001F600", "\\ud83d\\ude00")]
    [InlineData("\\ud800", "\\ud800")]
    [InlineData("\\udfff x", "\\udfff x")]
    [InlineData("\\ude00\\ud83d", "\\ude00\\ud83d")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\\ud83d\\ud83d\\ude00")]
    public async Task Surrogates_are_escaped_one_by_one_and_lone_ones_survive(string sent, string received)
        => Assert.Equal($"a[\"{received}\"]\n", await EchoAsync($"[\"{sent}\"]"));

    [Theory]
    [InlineData("\u00e9\u4e2d\u0300\uabcd")]
    [InlineData(" leading, trailing ")]
    [InlineData("")]
    public async Task Other_text_is_unchanged(string text) => Assert.Equal(text, Decode(await EchoAsync($"[\"{text}\"]")));

    private static string Escape(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    private static string Decode(string frame)
    {
        Assert.StartsWith("a[\"", frame, StringComparison.Ordinal);
        return string.Concat(JsonSerializer.Deserialize<string[]>(frame[1..])!);
    }

    private async Task<string> EchoAsync(string body)
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", body));
        return (await Server.PostAsync(url + "/xhr")).Body;
    }
}
