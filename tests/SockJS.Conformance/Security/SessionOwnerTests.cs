using static SockJS.Conformance.Support.HeaderAuthentication;

namespace SockJS.Conformance.Security;

/// <summary>A session id that leaks is of no use to another user.</summary>
[OwnServer]
public sealed class SessionOwnerTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    public static TheoryData<string, string> SessionUrls => new()
    {
        { "POST", "/xhr" },
        { "POST", "/xhr_streaming" },
        { "POST", "/xhr_send" },
        { "GET", "/eventsource" },
        { "GET", "/htmlfile?c=cb" },
        { "GET", "/jsonp?c=cb" },
        { "POST", "/jsonp_send" },
    };

    [Theory]
    [MemberData(nameof(SessionUrls))]
    public async Task Others_do_not_find_the_session_of_a_user(string method, string path)
    {
        var server = StartAuthenticated();
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", As("alice"))).Body);

        var mallory = new HttpCall(method, url + path, As("mallory")) { Body = method == "POST" ? """["bad"]"""u8.ToArray() : null };
        Expect.Status(404, await server.SendAsync(mallory));
        Expect.Status(404, await server.SendAsync(mallory with { Headers = [] }));

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["good"]""", As("alice")));
        Assert.Equal("a[\"good\"]\n", (await server.PostAsync(url + "/xhr", As("alice"))).Body);
    }

    [Fact]
    public async Task The_same_user_is_served_from_any_port_with_any_token()
    {
        var server = StartAuthenticated();
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", As("alice"))).Body);

        for (var i = 0; i < 3; i++)
        {
            Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice")));
            Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr", As("alice"))).Body);
        }
    }

    [Fact]
    public async Task A_stranger_cannot_cut_the_receiver_of_a_user()
    {
        var server = StartAuthenticated();
        var url = NewSession();
        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming", As("alice")));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());

        var intruder = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming", As("mallory")));
        Expect.Status(404, intruder.Reply);
        intruder.Reset();

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice")));
        Assert.Equal("a[\"a\"]\n", await stream.ReadAsync());
    }

    private LiveServer StartAuthenticated() => Start(
        services =>
        {
            AddTo(services);
            services.AddSockJS(OpenToAll);
        },
        app =>
        {
            app.UseAuthentication();
            app.MapSockJS("/echo", Handlers.Echo);
        });
}
