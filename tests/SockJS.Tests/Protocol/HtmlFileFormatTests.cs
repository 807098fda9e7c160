using System.Text.Json;
using FsCheck.Fluent;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class HtmlFileFormatTests
{
    private readonly HtmlFileFormat _format = new("callback");

    // HtmlFile.test_transport
    [Fact]
    public void The_page_begins_with_this_head()
    {
        const string Head =
            "<!doctype html>\n" +
            "<html><head>\n" +
            "  <meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\" />\n" +
            "  <meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" />\n" +
            "</head><body><h2>Don't panic!</h2>\n" +
            "  <script>\n" +
            "    document.domain = document.domain;\n" +
            "    var c = parent.callback;\n" +
            "    c.start();\n" +
            "    function p(d) {c.message(d);};\n" +
            "    window.onload = function() {c.stop();};\n" +
            "  </script>";

        Assert.Equal(Head, Written.Prelude(_format).Trim());
    }

    [Theory]
    [InlineData("c", 1028)]
    [InlineData("cb", 1029)]
    [InlineData("_jp.a123456", 1038)]
    public void The_head_is_padded_to_more_than_a_kibibyte(string callback, int length)
    {
        var prelude = Written.Prelude(new HtmlFileFormat(callback));

        Assert.Equal(length, prelude.Length);
        Assert.EndsWith(" \r\n\r\n", prelude, StringComparison.Ordinal);
    }

    // HtmlFile.test_transport
    [Theory]
    [InlineData("o", "<script>\np(\"o\");\n</script>\r\n")]
    [InlineData("a[\"x\"]", "<script>\np(\"a[\\\"x\\\"]\");\n</script>\r\n")]
    [InlineData("a[\"\\u2028\\n\\\\\"]", "<script>\np(\"a[\\\"\\\\u2028\\\\n\\\\\\\\\\\"]\");\n</script>\r\n")]
    [InlineData("a[\"é漢\"]", "<script>\np(\"a[\\\"é漢\\\"]\");\n</script>\r\n")]
    public void A_frame_is_a_script_element(string frame, string body) => Assert.Equal(body, Written.Text(_format, frame));

    [Fact]
    public void A_message_cannot_end_the_script_element() =>
        Assert.Equal(
            "<script>\np(\"a[\\\"\\u003c/script>\\u003cb>\\\"]\");\n</script>\r\n",
            Written.Text(_format, "a[\"</script><b>\"]"));

    [Fact]
    public void The_content_type_is_that_of_a_page() => Assert.Equal("text/html; charset=UTF-8", _format.ContentType);

    [Fact]
    public void The_script_hands_over_every_frame_as_it_is() => Generators.Holds(
        Generators.Text.Generator.Select(NaiveJson.Quote).ToArbitrary(),
        frame =>
        {
            var literal = Written.Text(_format, frame)["<script>\np(".Length..^");\n</script>\r\n".Length];
            return JsonSerializer.Deserialize<string>(literal) == frame && !literal.Contains('<', StringComparison.Ordinal);
        });
}
