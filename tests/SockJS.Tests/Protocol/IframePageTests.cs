using System.Text;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class IframePageTests
{
    // IframePage.test_simpleUrl
    [Fact]
    public void The_page_loads_the_client_library_and_starts_it()
    {
        const string Page =
            "<!DOCTYPE html>\n" +
            "<html>\n" +
            "<head>\n" +
            "  <meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\" />\n" +
            "  <meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" />\n" +
            "  <script src=\"/js/sockjs.min.js\"></script>\n" +
            "  <script>\n" +
            "    document.domain = document.domain;\n" +
            "    SockJS.bootstrap_iframe();\n" +
            "  </script>\n" +
            "</head>\n" +
            "<body>\n" +
            "  <h2>Don't panic!</h2>\n" +
            "  <p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>\n" +
            "</body>\n" +
            "</html>";

        Assert.Equal(Page, Text(new IframePage("/js/sockjs.min.js")));
    }

    [Fact]
    public void The_url_cannot_leave_its_attribute() =>
        Assert.Contains(
            "<script src=\"/s.js?a=1&amp;b=&quot;&gt;&lt;x&#39;\"></script>",
            Text(new IframePage("/s.js?a=1&b=\"><x'")),
            StringComparison.Ordinal);

    // IframePage.test_cacheability
    [Fact]
    public void The_etag_is_strong_and_follows_the_content()
    {
        var page = new IframePage("/a.js");

        Assert.Matches("^\"[0-9A-Fa-f]{32}\"$", page.ETag);
        Assert.Equal(page.ETag, new IframePage("/a.js").ETag);
        Assert.NotEqual(page.ETag, new IframePage("/b.js").ETag);
    }

    // IframePage.test_simpleUrl, test_versionedUrl
    [Theory]
    [InlineData("iframe.html")]
    [InlineData("iframe-.html")]
    [InlineData("iframe-a.html")]
    [InlineData("iframe-0.1.2.html")]
    [InlineData("iframe-0.1.2abc-dirty.2144.html")]
    [InlineData("iframe_x.html")]
    public void Every_version_of_the_client_finds_the_page(string name) => Assert.True(IframePage.IsIframeName(name));

    // IframePage.test_invalidUrl
    [Theory]
    [InlineData("")]
    [InlineData("iframe")]
    [InlineData("iframe.htm")]
    [InlineData("iframe.xml")]
    [InlineData("iframehtml")]
    [InlineData("iframeXhtml")]
    [InlineData("IFRAME")]
    [InlineData("IFRAME.HTML")]
    [InlineData("IFRAME.html")]
    [InlineData("iframe.HTML")]
    [InlineData("iframe-/.html")]
    [InlineData("iframe-A.html")]
    [InlineData("iframe-é.html")]
    [InlineData("iframe.html ")]
    [InlineData("xiframe.html")]
    public void Other_names_do_not(string name) => Assert.False(IframePage.IsIframeName(name));

    private static string Text(IframePage page) => Encoding.UTF8.GetString(page.Body.Span);
}
