using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProtocolServer.Endpoints;

namespace SockJS.Conformance.Diagnostics;

/// <summary>Tokens travel in query strings, and whoever knows a session id can speak for its client: neither belongs into a log.</summary>
[OwnServer]
public sealed class LogScanTests(ProtocolServerFixture fixture) : ConformanceTest(fixture), ILoggerProvider
{
    private const string Secret = "s3cret-t0ken";
    private const string SessionId = "chosen-by-the-client";

    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task A_run_over_every_transport_with_floods_drops_and_errors_logs_no_secret_of_a_client()
    {
        var server = Start(
            services => services
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter("SockJS", LogLevel.Trace).AddProvider(this))
                .AddSockJS(options =>
                {
                    OpenToAll(options);
                    options.SendBufferMessages = 5;
                    options.SlowClientPolicy = SlowClientPolicy.DropNewest;
                    options.MaxMessageSize = 1000;
                    options.DisconnectDelay = TimeSpan.FromSeconds(1);
                }),
            app =>
            {
                app.MapSockJS("/fails", Fail);
                app.MapSockJS<Broadcast>("/broadcast");
                app.MapSockJS<Broadcast>("/closed", options =>
                {
                    options.AllowAnyOrigin = false;
                    options.Transports = SockJSTransports.Modern;
                });
            });
        foreach (var prefix in new[] { "/fails", "/broadcast", "/closed" })
            await UseInEveryWayAsync(server, prefix);
        for (var i = 0; i < 20; i++)
            await server.Services.GetRequiredService<ISockJSClients<Broadcast>>().All.SendAsync("flood");
        await server.CutAsync();

        await Eventually.IsTrueAsync(() => Count("SessionEnded") >= Count("SessionOpened"));
        Assert.NotEqual(0, Count("OriginRefused"));
        Assert.NotEqual(0, Count("HandlerFailed"));
        Assert.All(_lines, line =>
        {
            Assert.DoesNotContain(Secret, line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(SessionId, line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(line, char.IsControl);
        });
        Assert.All(server.TakeErrors(), error => Assert.Contains("HandlerFailed", error, StringComparison.Ordinal));
    }

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("SockJS", StringComparison.Ordinal) ? new Logger(_lines) : new Logger(null);

    public void Dispose()
    {
    }

    private static async Task UseInEveryWayAsync(LiveServer server, string prefix)
    {
        (string, string)[][] origins = [[], [("Origin", "https://evil.example")], [("Origin", "https://evil.example/\u001b[31m")]];
        var number = 0;
        foreach (var origin in origins)
        {
            foreach (var (method, path) in Calls.Receivers)
            {
                var url = $"{prefix}/000/{SessionId}{number++}";
                await server.OpenAsync(new HttpCall(method, WithSecret(url + path), origin));
                foreach (var sender in new[] { "/xhr_send", "/jsonp_send" })
                {
                    await server.PostAsync(WithSecret(url + sender), "[\"one\"]", origin);
                    await server.PostAsync(WithSecret(url + sender), "broken", origin);
                    await server.PostAsync(WithSecret(url + sender), $"[\"{new string('x', 2000)}\"]", origin);
                }
            }
        }

        foreach (var path in new[] { $"{prefix}/000/{SessionId}/websocket", $"{prefix}/websocket" })
        {
            await server.GetAsync(WithSecret(path));
            var socket = await server.OpenWebSocketAsync(WithSecret(path));
            await socket.SendAsync("[\"one\"]");
            await socket.SendAsync("broken");
        }
    }

    private static string WithSecret(string url) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={Secret}";

    private static async Task Fail(SockJSConnection connection)
    {
        await foreach (var _ in connection.ReadAllAsync())
            throw new InvalidOperationException("A bug of the application.");
    }

    private int Count(string eventName) => _lines.Count(line => line.StartsWith(eventName, StringComparison.Ordinal));

    private sealed class Logger(ConcurrentQueue<string>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines?.Enqueue($"{eventId.Name} {formatter(state, exception)} {exception?.Message}");
    }
}
