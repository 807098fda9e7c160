namespace SockJS.Conformance.Transports;

/// <summary>Streaming as a page of scripts.</summary>
public sealed class HtmlFileTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Head = """
        <!doctype html>
        <html><head>
          <meta http-equiv="X-UA-Compatible" content="IE=edge" />
          <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
        </head><body><h2>Don't panic!</h2>
          <script>
            document.domain = document.domain;
            var c = parent.{CB};
            c.start();
            function p(d) {c.message(d);};
            window.onload = function() {c.stop();};
          </script>
        """;

    [Fact]
    [Trait("Suite", "HtmlFile.test_transport")]
    public async Task Frames_are_scripts_of_a_page()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/htmlfile?c=%63allback"));
        Expect.Ok(Expect.Html, stream.Reply);
        Expect.NotCached(stream.Reply);

        var head = await stream.ReadAsync();
        Assert.Equal(Head.ReplaceLineEndings("\n").Replace("{CB}", "callback", StringComparison.Ordinal), head!.Trim());
        Assert.True(head.Length > 1024);

        Assert.Equal("<script>\np(\"o\");\n</script>\r\n", await stream.ReadAsync());
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("<script>\np(\"a[\\\"x\\\"]\");\n</script>\r\n", await stream.ReadAsync());
        await stream.CloseAsync();
    }

    [Fact]
    [Trait("Suite", "HtmlFile.test_response_limit")]
    public async Task A_page_ends_after_as_many_bytes_of_frames_as_the_limit_says()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/htmlfile?c=callback"));
        await stream.ReadAsync();
        Assert.Equal("<script>\np(\"o\");\n</script>\r\n", await stream.ReadAsync());

        var message = new string('x', 4096);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", $"[\"{message}\"]"));

        Assert.Equal($"<script>\np(\"a[\\\"{message}\\\"]\");\n</script>\r\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("</SCRIPT >")]
    public async Task A_message_cannot_end_the_script(string message)
    {
        var frame = await EchoAsync(System.Text.Json.JsonSerializer.Serialize(new[] { message }));

        var script = frame["<script>\n".Length..^"\n</script>\r\n".Length];
        Assert.DoesNotContain("<", script, StringComparison.Ordinal);
        Assert.Equal($"a[\"{message}\"]", Decode(script));
    }

    [Fact]
    public async Task What_json_escaped_is_escaped_once_more()
        => Assert.Equal(
            """p("a[\"\\u2028\\n\\\"\\\\\\u0000\\ud83d\\ude00\"]");""",
            (await EchoAsync("""["\u2028\n\"\\\u0000\ud83d\ude00"]""")).Split('\n')[1]);

    // The literal is JSON as well, apart from the call around it.
    private static string Decode(string script)
    {
        var literal = System.Text.Json.JsonSerializer.Deserialize<string>(script["p(".Length..^");".Length])!;
        return literal.Replace("\\u003c", "<", StringComparison.Ordinal);
    }

    private async Task<string> EchoAsync(string body)
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/htmlfile?c=callback"));
        await stream.ReadAsync();
        await stream.ReadAsync();
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", body));
        return (await stream.ReadAsync())!;
    }
}
