namespace SockJS.Conformance.Urls;

/// <summary>The URLs of a session.</summary>
public sealed class SessionUrlTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Theory]
    [Trait("Suite", "SessionURLs.test_anyValue")]
    [InlineData("/a/a")]
    [InlineData("/_/_")]
    [InlineData("/1/1")]
    [InlineData("/abcdefgh_i-j%20/abcdefgh_i-j%20")]
    public async Task Server_and_session_may_be_almost_anything(string path)
    {
        var reply = await Server.PostAsync($"/echo{path}/xhr");

        Expect.Status(200, reply);
        Assert.Equal("o\n", reply.Body);
    }

    [Theory]
    [Trait("Suite", "SessionURLs.test_invalidPaths")]
    [InlineData("//")]
    [InlineData("/a./a")]
    [InlineData("/a/a.")]
    [InlineData("/./.")]
    [InlineData("/")]
    [InlineData("///")]
    public async Task Empty_segments_and_dots_are_not_found(string path)
    {
        Expect.Status(404, await Server.GetAsync($"/echo{path}/xhr"));
        Expect.Status(404, await Server.PostAsync($"/echo{path}/xhr"));
    }

    [Theory]
    [InlineData("/a%2E/a")]
    [InlineData("/a/a%2e")]
    [InlineData("/a/%2e%2e")]
    [InlineData("/%2E/%2E")]
    [InlineData("/a/x%2Ebat")]
    public async Task Encoded_dots_are_dots(string path)
    {
        Expect.Status(404, await Server.PostAsync($"/echo{path}/xhr"));
        Expect.Status(404, await Server.GetAsync($"/echo{path}/jsonp?c=calc"));
    }

    [Fact]
    public async Task An_encoded_slash_is_no_separator()
    {
        Expect.Status(404, await Server.PostAsync("/echo/a%2Fb/xhr"));
        Assert.Equal("o\n", (await Server.PostAsync($"/echo/a%2Fb/{Guid.NewGuid():N}/xhr")).Body);
    }

    [Fact]
    [Trait("Suite", "SessionURLs.test_ignoringServerId")]
    public async Task Only_the_session_part_names_the_session()
    {
        var id = Guid.NewGuid().ToString("N");
        Assert.Equal("o\n", (await Server.PostAsync($"/echo/000/{id}/xhr")).Body);

        Expect.Status(204, await Server.PostAsync($"/echo/000/{id}/xhr_send", """["a"]"""));

        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync($"/echo/999/{id}/xhr")).Body);
    }

    [Fact]
    public async Task Session_ids_are_case_sensitive()
    {
        Assert.Equal("o\n", (await Server.PostAsync("/echo/000/MixedCase/xhr")).Body);
        Assert.Equal("o\n", (await Server.PostAsync("/echo/000/mixedcase/xhr")).Body);
    }

    [Fact]
    public async Task A_session_belongs_to_its_service()
    {
        var id = Guid.NewGuid().ToString("N");
        Assert.Equal("o\n", (await Server.PostAsync($"/echo/000/{id}/xhr")).Body);

        Expect.Status(404, await Server.PostAsync($"/amplify/000/{id}/xhr_send", """["1"]"""));
        Assert.Equal("o\n", (await Server.PostAsync($"/amplify/000/{id}/xhr")).Body);
    }

    [Fact]
    public async Task A_very_long_session_id_is_not_found()
        => Expect.Status(404, await Server.PostAsync($"/echo/000/{new string('a', 4000)}/xhr"));

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    public async Task A_send_does_not_make_a_session(string send)
    {
        var url = NewSession();
        Expect.Status(404, await Server.PostAsync($"{url}/{send}", """["a"]"""));
        Expect.Status(404, await Server.PostAsync($"{url}/{send}", """["a"]"""));
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task The_transport_of_a_session_may_change_between_requests()
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);

        await Server.PostAsync(url + "/xhr_send", """["1"]""");
        Assert.Equal("/**/cb(\"a[\\\"1\\\"]\");\r\n", (await Server.GetAsync(url + "/jsonp?c=cb")).Body);

        await Server.PostAsync(url + "/jsonp_send", """["2"]""");
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/eventsource"));
        Assert.Equal("\r\n", await stream.ReadAsync());
        Assert.Equal("data: a[\"2\"]\r\n\r\n", await stream.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task The_application_never_sees_the_session_id()
    {
        var server = Start("/id", async connection =>
        {
            await connection.SendAsync(connection.Id);
            await Handlers.Sink(connection);
        });
        var id = Guid.NewGuid().ToString("N");
        Assert.Equal("o\n", (await server.PostAsync($"/id/000/{id}/xhr")).Body);

        var name = (await server.PostAsync($"/id/000/{id}/xhr")).Body;

        Assert.Matches("^a\\[\".{22,}\"\\]\n$", name);
        Assert.DoesNotContain(id, name, StringComparison.OrdinalIgnoreCase);
    }
}
