using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Rewrite;

namespace SockJS.Conformance.Hosting;

/// <summary>What other parts of an application must not do to the wire.</summary>
[OwnServer]
public sealed class MiddlewareTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly (string, string) s_acceptsGzip = ("Accept-Encoding", "gzip, deflate, br");

    [Fact]
    public async Task No_frame_is_compressed()
    {
        var server = StartWithCompression();
        var replies = await Calls.OpenReceiversAsync(server, "/echo", s_acceptsGzip);

        Assert.Equal("gzip", (await server.GetAsync("/page", ("Accept-Encoding", "gzip")))["Content-Encoding"]);
        Assert.All(replies, r =>
        {
            Expect.Status(200, r.Reply);
            Assert.Null(r.Reply["Content-Encoding"]);
        });
    }

    [Fact]
    public async Task Chunks_stay_frames_where_the_application_compresses()
    {
        var server = StartWithCompression();
        var url = NewSession();
        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming", s_acceptsGzip));

        Assert.Equal(new string('h', 2048) + "\n", await stream.ReadAsync());
        Assert.Equal("o\n", await stream.ReadAsync());
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", await stream.ReadAsync());
    }

    [Theory]
    [InlineData("http://a.example")]
    [InlineData("null")]
    public async Task The_cors_policy_of_the_application_neither_answers_preflights_nor_adds_headers(string origin)
    {
        var server = Start(
            services =>
            {
                services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://other.example").WithMethods("PUT")));
                services.AddSockJS(OpenToAll);
            },
            app =>
            {
                app.UseCors();
                app.MapSockJS("/echo", Handlers.Echo);
            });
        (string, string)[] preflight = [("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-a")];

        Expect.Preflight(origin, "GET", await server.SendAsync(HttpCall.Options("/echo/info", preflight)));
        Expect.Preflight(origin, "POST", await server.SendAsync(HttpCall.Options("/echo/0/0/xhr", preflight)));
        Expect.Cors(origin, await server.GetAsync("/echo/info", ("Origin", origin)));
        Expect.Cors(origin, await server.PostAsync(NewSession() + "/xhr", ("Origin", origin)));
    }

    [Fact]
    public async Task A_permissive_cors_policy_does_not_open_an_endpoint_that_is_not()
    {
        var server = Start(
            services =>
            {
                services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));
                services.AddSockJS();
            },
            app =>
            {
                app.UseCors();
                app.MapSockJS("/echo", Handlers.Echo);
            });

        var reply = await server.PostAsync(NewSession() + "/xhr", ("Origin", "https://evil.example"));
        var preflight = await server.SendAsync(HttpCall.Options("/echo/0/0/xhr", ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST")));

        Assert.All([reply, preflight], r =>
        {
            Expect.Status(403, r);
            Expect.NoCors(r);
        });
    }

    [Fact]
    public async Task A_policy_that_the_application_requires_replaces_our_headers_but_not_our_check()
    {
        const string Allowed = "https://a.example";
        const string AllowedByPolicyAlone = "https://b.example";
        var server = Start(
            services =>
            {
                services.AddCors(cors => cors.AddPolicy("pages", policy => policy.WithOrigins(Allowed, AllowedByPolicyAlone).WithExposedHeaders("X-Exposed")));
                services.AddSockJS();
            },
            app =>
            {
                app.UseCors();
                app.MapSockJS("/echo", Handlers.Echo, options => options.AllowedOrigins.Add(Allowed)).RequireCors("pages");
            });

        var reply = await server.PostAsync(NewSession() + "/xhr", ("Origin", Allowed), ("Access-Control-Request-Headers", "x-a"));
        var refused = await server.PostAsync(NewSession() + "/xhr", ("Origin", AllowedByPolicyAlone));

        Expect.Status(200, reply);
        Assert.Equal(Allowed, reply["Access-Control-Allow-Origin"]);
        Assert.Equal("X-Exposed", reply["Access-Control-Expose-Headers"]);
        Assert.Null(reply["Access-Control-Allow-Credentials"]);
        Assert.Null(reply["Access-Control-Allow-Headers"]);
        Expect.Status(403, refused);
    }

    [Theory]
    [InlineData("/echo")]
    [InlineData("/echo/old")]
    public async Task Origins_are_checked_where_a_path_is_rewritten_and_routed_again(string prefix)
    {
        var server = Start(
            services => services.AddCors().AddSockJS(),
            app =>
            {
                app.UseRewriter(new RewriteOptions().AddRewrite("^echo/old/(.*)", "echo/$1", skipRemainingRules: true));
                app.MapSockJS("/echo", Handlers.Echo);
            });

        Expect.Status(403, await server.PostAsync(NewSession(prefix) + "/xhr", ("Origin", "https://evil.example")));
        Expect.Status(200, await server.PostAsync(NewSession(prefix) + "/xhr", ("Origin", server.Origin)));
    }

    [Fact]
    public async Task No_answer_comes_from_the_output_cache_of_the_application()
    {
        var server = Start(
            services =>
            {
                services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache()));
                services.AddSockJS(OpenToAll);
            },
            app =>
            {
                app.UseOutputCache();
                app.MapSockJS("/echo", Handlers.Echo);
            });
        var url = NewSession();

        Assert.NotEqual((await server.GetAsync("/echo/info")).Body, (await server.GetAsync("/echo/info")).Body);
        Assert.Equal("/**/cb(\"o\");\r\n", (await server.GetAsync(url + "/jsonp?c=cb")).Body);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("/**/cb(\"a[\\\"a\\\"]\");\r\n", (await server.GetAsync(url + "/jsonp?c=cb")).Body);
    }

    [Fact]
    public async Task A_websocket_middleware_of_the_application_is_no_obstacle()
    {
        var server = Start(
            services => services.AddSockJS(OpenToAll),
            app =>
            {
                app.UseWebSockets();
                app.MapSockJS("/echo", Handlers.Echo);
            });

        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");

        Assert.Equal("o", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Nothing_is_rendered_into_errors()
    {
        var server = Start(
            services => services.AddProblemDetails().AddSockJS(OpenToAll),
            app =>
            {
                app.UseStatusCodePages();
                app.MapSockJS("/echo", Handlers.Echo);
            });

        Expect.NotAllowed("POST, OPTIONS", await server.SendAsync(new HttpCall("PUT", "/echo/0/0/xhr")));
        Assert.Equal("Payload expected.", (await server.PostAsync("/echo/0/0/xhr_send")).Body);
    }

    private LiveServer StartWithCompression() => Start(
        services =>
        {
            services.AddResponseCompression(options => options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/javascript", "text/event-stream", "text/html", "application/json", "text/plain",
            ]);
            services.AddSockJS(OpenToAll);
        },
        app =>
        {
            app.UseResponseCompression();
            app.MapSockJS("/echo", Handlers.Echo);
            app.MapGet("/page", () => new string('x', 10_000));
        });
}
