namespace SockJS.Conformance.Urls;

/// <summary>The page inside which the client runs its iframe transports.</summary>
public sealed class IframePageTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Theory]
    [Trait("Suite", "IframePage.test_simpleUrl")]
    [InlineData("/iframe.html")]
    public async Task The_page_loads_the_client_and_starts_it(string path) => await AssertPageAsync(path);

    [Theory]
    [Trait("Suite", "IframePage.test_versionedUrl")]
    [InlineData("/iframe-a.html")]
    [InlineData("/iframe-.html")]
    [InlineData("/iframe-0.1.2.html")]
    [InlineData("/iframe-0.1.2abc-dirty.2144.html")]
    [InlineData("/iframe_x.html")]
    public async Task A_version_in_the_name_makes_no_difference(string path) => await AssertPageAsync(path);

    [Theory]
    [Trait("Suite", "IframePage.test_queriedUrl")]
    [InlineData("/iframe-a.html?t=1234")]
    [InlineData("/iframe-0.1.2.html?t=123414")]
    [InlineData("/iframe-0.1.2abc-dirty.2144.html?t=qweqweq123")]
    public async Task A_query_makes_no_difference(string path) => await AssertPageAsync(path);

    [Theory]
    [Trait("Suite", "IframePage.test_invalidUrl")]
    [InlineData("/iframe.htm")]
    [InlineData("/iframe")]
    [InlineData("/IFRAME.HTML")]
    [InlineData("/IFRAME")]
    [InlineData("/iframe.HTML")]
    [InlineData("/iframe.xml")]
    [InlineData("/iframe-/.html")]
    [InlineData("/iframe-A.html")]
    [InlineData("/iframe-xhtml")]
    [InlineData("/iframe-%20.html")]
    [InlineData("/xiframe.html")]
    public async Task Other_names_are_not_found(string path) => Expect.Status(404, await Server.GetAsync("/echo" + path));

    [Fact]
    [Trait("Suite", "IframePage.test_cacheability")]
    public async Task All_names_share_one_page_that_a_client_need_not_load_twice()
    {
        var first = await Server.GetAsync("/echo/iframe.html");
        var second = await Server.GetAsync("/echo/iframe-0.0.0.html");
        var etag = first["ETag"];
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(etag, second["ETag"]);
        Assert.Matches("^\"[^\"]+\"$", etag);

        var unchanged = await Server.GetAsync("/echo/iframe.html", ("If-None-Match", etag!));

        Expect.Status(304, unchanged);
        Assert.Null(unchanged["Content-Type"]);
        Assert.Equal("", unchanged.Body);
    }

    [Theory]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("\"with, comma\",W/{0} , \"other\"")]
    [InlineData("*")]
    public async Task A_weak_tag_a_list_and_a_star_are_honoured(string header)
    {
        var etag = (await Server.GetAsync("/echo/iframe.html"))["ETag"]!;

        var reply = await Server.GetAsync("/echo/iframe.html", ("If-None-Match", header.Replace("{0}", etag, StringComparison.Ordinal)));

        Expect.Status(304, reply);
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("W/\"other\", \"another\"")]
    [InlineData("garbage")]
    [InlineData("\"unfinished")]
    public async Task Any_other_tag_gets_the_page(string header)
        => Expect.Status(200, await Server.GetAsync("/echo/iframe.html", ("If-None-Match", header)));

    [Fact]
    [OwnServer]
    public async Task Another_client_library_is_another_page()
    {
        var server = StartEcho(options => options.ClientLibraryUrl = "/lib/sockjs-2.js");
        var old = (await Server.GetAsync("/echo/iframe.html"))["ETag"]!;

        var reply = await server.GetAsync("/echo/iframe.html", ("If-None-Match", old));

        Expect.Ok(Expect.Html, reply);
        Assert.NotEqual(old, reply["ETag"]);
    }

    [Fact]
    [OwnServer]
    public async Task The_url_of_the_client_library_is_escaped()
    {
        var server = StartEcho(options => options.ClientLibraryUrl = "/lib/sockjs.js?a=1&b=\"><script>");

        var reply = await server.GetAsync("/echo/iframe.html");

        Assert.Contains("""<script src="/lib/sockjs.js?a=1&amp;b=&quot;&gt;&lt;script&gt;"></script>""", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_any_origin_may_be_framed_by_any()
    {
        var reply = await Server.GetAsync("/echo/iframe.html");

        Assert.Null(reply["X-Frame-Options"]);
        Assert.DoesNotContain("frame-ancestors", reply["Content-Security-Policy"] ?? "", StringComparison.Ordinal);
    }

    [Fact]
    [OwnServer]
    public async Task A_page_for_some_origins_may_be_framed_by_those_only()
    {
        var server = StartEcho(options =>
        {
            options.AllowAnyOrigin = false;
            options.AllowedOrigins.Add("https://app.example.com");
        });

        var reply = await server.GetAsync("/echo/iframe.html");

        Expect.Status(200, reply);
        Assert.Equal("frame-ancestors 'self' https://app.example.com", reply["Content-Security-Policy"]);
    }

    [Fact]
    [OwnServer]
    public async Task By_default_only_pages_of_the_same_origin_may_frame_it()
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        Assert.Equal("frame-ancestors 'self'", (await server.GetAsync("/echo/iframe.html"))["Content-Security-Policy"]);
    }

    private async Task AssertPageAsync(string path)
    {
        const string Page = """
            <!DOCTYPE html>
            <html>
            <head>
              <meta http-equiv="X-UA-Compatible" content="IE=edge" />
              <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
              <script src="/lib/sockjs.min.js"></script>
              <script>
                document.domain = document.domain;
                SockJS.bootstrap_iframe();
              </script>
            </head>
            <body>
              <h2>Don't panic!</h2>
              <p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>
            </body>
            </html>
            """;

        var reply = await Server.GetAsync("/echo" + path);

        Expect.Ok(Expect.Html, reply);
        Assert.Equal(Page.ReplaceLineEndings("\n"), reply.Body.Trim());
        Expect.CachedForLong(reply);
        Assert.NotNull(reply["ETag"]);
        Expect.NoCookie(reply);
        Expect.NoCors(reply);
    }
}
