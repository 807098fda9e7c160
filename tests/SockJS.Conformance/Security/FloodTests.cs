using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SockJS.Conformance.Security;

/// <summary>What clients may do in great number.</summary>
[Collection(nameof(Alone))]
[OwnServer]
public sealed class FloodTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const int Megabyte = 1024 * 1024;

    // What client and server may keep besides: buffers of sockets, pools, code that has begun to run.
    private const int Noise = 8 * Megabyte;

    [Fact]
    public async Task A_flood_of_session_ids_opens_no_more_than_allowed_and_leaves_nothing()
    {
        const int max = 200;
        var server = StartEcho(options =>
        {
            options.MaxSessions = max;
            options.DisconnectDelay = TimeSpan.FromSeconds(2);
            options.HeartbeatInterval = TimeSpan.FromHours(1);
        });
        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/echo");
        var bystander = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await bystander.ReadTextAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(server, 1_000)));

        Assert.InRange(opened.Sum(), max - 1, int.MaxValue);
        Assert.InRange(clients.Connections.Count(), 1, max);
        await bystander.SendAsync("[\"still here\"]");
        Assert.Equal("a[\"still here\"]", await bystander.ReadTextAsync());
        await Eventually.IsTrueAsync(() => clients.Connections.Count() == 1);
        await HoldsNoMoreAsync(before, Noise);
    }

    [Fact]
    public async Task Sessions_that_nobody_reads_from_hold_no_more_than_their_buffers()
    {
        const int sessions = 50;
        const int bufferBytes = 64 * 1024;
        var server = StartEcho(options =>
        {
            options.SendBufferBytes = bufferBytes;
            options.SlowClientPolicy = SlowClientPolicy.DropOldest;
            options.DisconnectDelay = TimeSpan.FromHours(1);
        });
        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/echo");
        for (var i = 0; i < sessions; i++)
            Assert.Equal("o\n", (await server.PostAsync(NewSession() + "/xhr")).Body);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var message = new string('x', 1000);
        for (var i = 0; i < 2_000; i++)
            await clients.All.SendAsync(message);

        Assert.Equal(sessions, clients.Connections.Count());
        Assert.All(clients.Connections, static connection => Assert.InRange(connection.QueuedBytes, bufferBytes / 2, bufferBytes + 1100));
        // Buffers double as they grow, and the pool keeps for the next one what they outgrew.
        await HoldsNoMoreAsync(before, (sessions * 4 * bufferBytes) + Noise);
    }

    [Fact]
    public async Task Streams_that_are_reset_as_soon_as_they_are_asked_for_leave_no_session()
    {
        var server = Start(
            services => services
                .Configure<KestrelServerOptions>(static options => options.ConfigureEndpointDefaults(static listen => listen.Protocols = HttpProtocols.Http2))
                .AddSockJS(OpenToAll),
            app => app.MapSockJS("/echo", Handlers.Echo));
        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/echo");
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        for (var i = 0; i < 40; i++)
            await Task.WhenAll(Enumerable.Range(0, 50).Select(j => OpenAndResetAsync(http, new Uri(server.Origin + NewSession() + "/xhr_streaming"), j)));

        await Eventually.IsTrueAsync(() => !clients.Connections.Any());
        using var reply = await http.PostAsync(new Uri(server.Origin + NewSession() + "/xhr"), content: null);
        Assert.Equal("o\n", await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_and_reaches_nobody()
    {
        var server = Start(
            services => services
                .Configure<KestrelServerOptions>(static options => options.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.5)))
                .AddSockJS(OpenToAll),
            app => app.MapSockJS("/echo", Handlers.Echo));
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        var connection = await server.ConnectHttpAsync();

        await connection.WriteAsync(HttpCall.Post(url + "/xhr_send", ("Content-Length", "1000")) with { StatesLength = false });
        await connection.Wire.WriteAsync("[\"a");

        Expect.Status(408, await HttpReply.ReadHeadAsync(connection.Wire, "POST"));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["b"]"""));
        Assert.Equal("a[\"b\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("/echo/websocket", "a")]
    [InlineData("/echo/000/pongs/websocket", "a[\"a\"]")]
    public async Task A_million_pongs_that_nobody_asked_for_cost_nothing_and_are_answered_by_nothing(string path, string echo)
    {
        const int batches = 10;
        byte[] flood = [.. Enumerable.Repeat(new WebSocketFrame(WebSocketFrame.Pong, new byte[100]).ToBytes(), 1_000_000 / batches).SelectMany(static frame => frame)];
        var server = StartEcho(static options => options.HeartbeatInterval = TimeSpan.FromHours(1));
        var socket = await server.OpenWebSocketAsync(path);
        if (echo != "a")
            Assert.Equal("o", await socket.ReadTextAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < batches; i++)
            await socket.SendBytesAsync(flood);
        await socket.SendAsync(echo == "a" ? "a" : "[\"a\"]");

        // The very next frame: the pongs brought forth neither pings nor pongs.
        Assert.Equal(echo, (await socket.ReadFrameAsync()).PayloadText);
        await HoldsNoMoreAsync(before, Noise);
    }

    // What has ended may be held for a while yet.
    private static Task HoldsNoMoreAsync(long before, long bytes)
        => Eventually.IsTrueAsync(() => GC.GetTotalMemory(forceFullCollection: true) - before <= bytes);

    private static async Task<int> OpenAsync(LiveServer server, int count)
    {
        var connection = await server.ConnectHttpAsync();
        var opened = 0;
        for (var i = 0; i < count; i++)
        {
            var reply = await connection.SendAsync(HttpCall.Post(NewSession() + "/xhr"));
            Assert.True(reply.Status is 200 or 503, $"It answers {reply.Status}.");
            opened += reply.Status == 200 ? 1 : 0;
        }

        return opened;
    }

    // Some before the answer, some as soon as it begins.
    private static async Task OpenAndResetAsync(HttpClient http, Uri url, int number)
    {
        using var cancellation = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        var opening = http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation.Token);
        if (number % 2 == 0)
            await cancellation.CancelAsync();
        try
        {
            (await opening).Dispose();
        }
        catch (OperationCanceledException)
        {
            // As wanted.
        }
    }
}
