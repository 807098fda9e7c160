using Microsoft.AspNetCore.HttpOverrides;

namespace SockJS.Conformance.Security;

/// <summary>Which pages may use an endpoint.</summary>
public sealed class OriginTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Foreign = "https://evil.example";
    private const string Friend = "https://app.example.com";

    public static TheoryData<string, string> OriginCheckedUrls => new()
    {
        { "GET", "/info" },
        { "OPTIONS", "/info" },
        { "POST", "/{session}/xhr" },
        { "OPTIONS", "/{session}/xhr" },
        { "POST", "/{session}/xhr_streaming" },
        { "OPTIONS", "/{session}/xhr_streaming" },
        { "POST", "/{session}/xhr_send" },
        { "OPTIONS", "/{session}/xhr_send" },
        { "GET", "/{session}/eventsource" },
        { "GET", "/{session}/htmlfile?c=cb" },
        { "GET", "/{session}/jsonp?c=cb" },
        { "POST", "/{session}/jsonp_send" },
        { "UPGRADE", "/{session}/websocket" },
        { "UPGRADE", "/websocket" },
    };

    [Theory]
    [MemberData(nameof(OriginCheckedUrls))]
    [OwnServer]
    public async Task By_default_pages_of_other_origins_are_refused(string method, string path)
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        foreach (var origin in new[] { Foreign, "null", $"https://{server.Host}1", "http://127.0.0.1", $"{server.Origin}.evil.example", "garbage" })
        {
            var reply = await CallAsync(server, method, path, ("Origin", origin));

            Expect.Status(403, reply);
            Expect.NoCors(reply);
        }
    }

    [Theory]
    [MemberData(nameof(OriginCheckedUrls))]
    [OwnServer]
    public async Task By_default_pages_of_the_same_origin_and_clients_without_one_are_served(string method, string path)
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        var same = await CallAsync(server, method, path, ("Origin", server.Origin));
        var none = await CallAsync(server, method, path);

        Assert.Equal(none.Status, same.Status);
        Assert.NotEqual(403, same.Status);
    }

    [Theory]
    [MemberData(nameof(OriginCheckedUrls))]
    [OwnServer]
    public async Task Origins_that_are_listed_are_served_and_others_are_not(string method, string path)
    {
        var server = StartEcho(options =>
        {
            options.AllowAnyOrigin = false;
            options.AllowedOrigins.Add(Friend);
        });

        Assert.NotEqual(403, (await CallAsync(server, method, path, ("Origin", Friend))).Status);
        Assert.NotEqual(403, (await CallAsync(server, method, path, ("Origin", server.Origin))).Status);
        foreach (var origin in new[] { Foreign, "http://app.example.com", "https://app.example.com:444", "https://app.example.com.evil.example" })
            Expect.Status(403, await CallAsync(server, method, path, ("Origin", origin)));
    }

    [Theory]
    [MemberData(nameof(OriginCheckedUrls))]
    [OwnServer]
    public async Task Behind_a_proxy_that_ends_tls_the_secure_page_of_the_same_host_is_served(string method, string path)
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        Assert.NotEqual(403, (await CallAsync(server, method, path, ("Origin", $"https://{server.Host}"))).Status);
    }

    [Fact]
    [OwnServer]
    public async Task An_insecure_page_of_the_same_host_is_refused_by_a_secure_server()
    {
        var server = Start(
            services => services.AddSockJS(),
            app =>
            {
                app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
                app.MapSockJS("/echo", Handlers.Echo);
            });
        var secure = ("X-Forwarded-Proto", "https");

        Expect.Status(403, await server.GetAsync("/echo/info", secure, ("Origin", server.Origin)));
        Expect.Status(200, await server.GetAsync("/echo/info", secure, ("Origin", $"https://{server.Host}")));
    }

    [Fact]
    [OwnServer]
    public async Task A_refused_answer_may_not_be_cached_for_another_origin()
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        Expect.VariesByOrigin(await server.GetAsync("/echo/info", ("Origin", Foreign)));
    }

    [Theory]
    [InlineData("/htmlfile?c=cb")]
    [InlineData("/jsonp?c=cb")]
    [OwnServer]
    public async Task Script_and_frame_requests_of_other_sites_are_refused_although_they_name_no_origin(string path)
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);

        Expect.Status(403, await CallAsync(server, "GET", "/{session}" + path, ("Sec-Fetch-Site", "cross-site")));
        Expect.Status(403, await CallAsync(server, "GET", "/{session}" + path, ("Sec-Fetch-Site", "same-site")));
        Expect.Status(200, await CallAsync(server, "GET", "/{session}" + path, ("Sec-Fetch-Site", "same-origin")));
        Expect.Status(200, await CallAsync(server, "GET", "/{session}" + path, ("Sec-Fetch-Site", "none")));
        Expect.Status(200, await CallAsync(server, "GET", "/{session}" + path));
    }

    [Theory]
    [InlineData("/htmlfile?c=cb")]
    [InlineData("/jsonp?c=cb")]
    public async Task An_endpoint_for_any_origin_serves_them(string path)
        => Expect.Status(200, await CallAsync(Server, "GET", "/{session}" + path, ("Sec-Fetch-Site", "cross-site")));

    [Fact]
    [OwnServer]
    public async Task A_refused_request_makes_no_session()
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);
        var url = NewSession();

        Expect.Status(403, await server.PostAsync(url + "/xhr", ("Origin", Foreign)));

        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]"""));
    }

    [Fact]
    [OwnServer]
    public async Task A_refused_send_reaches_no_session()
    {
        var server = StartEcho(options => options.AllowAnyOrigin = false);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);

        Expect.Status(403, await server.PostAsync(url + "/xhr_send", """["bad"]""", ("Origin", Foreign)));
        Expect.Status(403, await server.PostAsync(url + "/jsonp_send", """["bad"]""", ("Origin", Foreign)));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["good"]"""));

        Assert.Equal("a[\"good\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    private static async Task<HttpReply> CallAsync(LiveServer server, string method, string path, params (string, string)[] headers)
    {
        var url = UrlOf(path);
        var call = method == "UPGRADE" ? WebSocketClient.Upgrade(url, headers) : new HttpCall(method, url, headers);
        var stream = await server.OpenAsync(call);
        await stream.CloseAsync();
        return stream.Reply;
    }
}
