using System.Text;
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

    [Fact]
    public async Task A_user_without_an_identifier_is_known_by_name()
    {
        var server = StartAuthenticated();
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", Named("DOMAIN\\alice"))).Body);

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", Named("DOMAIN\\alice")));
        Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr", Named("DOMAIN\\alice"))).Body);
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]""", Named("DOMAIN\\mallory")));
        Expect.Status(404, await server.PostAsync(url + "/xhr", Named("DOMAIN\\mallory")));
    }

    [Theory]
    [InlineData("/xhr_send")]
    [InlineData("/jsonp_send")]
    public async Task A_stranger_cannot_tell_the_session_of_a_user_from_one_that_does_not_exist(string send)
    {
        var server = StartAuthenticated();
        var url = NewSession();
        await server.PostAsync(url + "/xhr", As("alice"));

        var others = await HeadOfAsync(server, url + send);
        var unknown = await HeadOfAsync(server, NewSession() + send);

        Assert.StartsWith("HTTP/1.1 404", others, StringComparison.Ordinal);
        Assert.Equal(unknown, others);
    }

    [Fact]
    public async Task A_send_renews_the_user_of_the_connection_as_a_receiver_does()
    {
        var server = Start(AddServices, static app => MapEcho(app, static async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
                await connection.SendAsync($"{message} {connection.User.FindFirst(TokenClaim)?.Value}");
        }));
        var url = NewSession();
        await server.PostAsync(url + "/xhr", As("alice"), Token("first"));

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice"), Token("second")));
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["b"]""", As("mallory"), Token("stolen")));
        Expect.Status(200, await server.PostAsync(url + "/jsonp_send", """["c"]""", As("alice"), Token("third")));

        Assert.Equal("a[\"a second\",\"c third\"]\n", (await server.PostAsync(url + "/xhr", As("alice"), Token("fourth"))).Body);
    }

    // All that the server says, but for the time of day.
    private static async Task<string> HeadOfAsync(LiveServer server, string path)
    {
        var connection = await server.ConnectHttpAsync();
        await connection.WriteAsync(HttpCall.Post(path, """["a"]""", As("mallory"), ("Connection", "close")));
        var answer = Encoding.Latin1.GetString(await connection.Wire.ReadToEndAsync());
        return string.Join("\r\n", answer.Split("\r\n").Where(static line => !line.StartsWith("Date:", StringComparison.Ordinal)));
    }

    private LiveServer StartAuthenticated() => Start(AddServices, static app => MapEcho(app, Handlers.Echo));

    private static void AddServices(IServiceCollection services)
    {
        AddTo(services);
        services.AddSockJS(OpenToAll);
    }

    private static void MapEcho(WebApplication app, Func<SockJSConnection, Task> handler)
    {
        app.UseAuthentication();
        app.MapSockJS("/echo", handler);
    }
}
