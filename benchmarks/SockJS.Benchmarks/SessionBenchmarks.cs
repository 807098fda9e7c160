using System.Diagnostics.Metrics;
using System.Security.Claims;
using System.Text.Json;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SockJS.Diagnostics;
using SockJS.Groups;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Benchmarks;

/// <summary>What a session adds to a message between the bytes of the client and the handler, and back to a sink that takes everything.</summary>
[MemoryDiagnoser]
public class SessionBenchmarks
{
    private static readonly byte[] s_payload = """["The quick brown fox jumps over the lazy dog. 0123456789 abcdef"]"""u8.ToArray();

    private static readonly MessageFormat s_format = new(JsonSerializerOptions.Web, JsonSerializerOptions.Web, MessageShape.Default, "/bench");

    private readonly Audience _audience = new();
    private Session _session = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        var context = new SessionContext(
            new SockJSOptions(), TimeProvider.System, new SockJSMetrics(meters, "/bench"), NullLogger.Instance, new EchoHandler());
        var table = new SessionTable(context);
        for (var i = 0; i < 1000; i++)
            _session = Open(table);
        _audience.Add(table, s_format);
        while (!table.All(static connection => ((Session)connection).IsOpen))
            await Task.Yield();
    }

    [Benchmark]
    public void Echo()
    {
        var position = 0;
        var scope = FlushScope.Enter();
        _session.TryReceive(s_payload, ref position);
        _session.Handle();
        FlushScope.Exit(scope);
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public ValueTask BroadcastToThousand() => _audience.SendAsync("The quick brown fox jumps over the lazy dog.");

    private static Session Open(SessionTable table)
    {
        var client = new SockJSClientInfo { Headers = new HeaderDictionary(), Path = "/bench", QueryString = "" };
        var session = table.Open(key: null, SockJSTransports.WebSocket, new ClaimsPrincipal(), client)!;
        session.Attach(new NullSink(), session.User, out _);
        return session;
    }

    private sealed class EchoHandler : IConnectionHandler
    {
        public bool ReadsItself => false;

        public bool TakesUtf8 => false;

        public async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
        {
            while (await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                while (messages.TryRead(out var message))
                    await connection.SendAsync(message).ConfigureAwait(false);
            }
        }

        public IPayloadSender CreateSender(SockJSConnection connection) => throw new NotSupportedException();
    }
}
