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

    private ISockJSAudience _all = null!;
    private ISockJSGroup _group = null!;
    private SockJSSession _session = null!;

    /// <summary>Gets or sets a value indicating whether somebody listens to all instruments.</summary>
    [Params(false, true)]
    public bool Measured { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        if (Measured)
            Listen();
        var clients = new EndpointClients("/bench", new InProcessBackplane(), NullLogger.Instance);
        var context = new SockJSSessionContext(
            new SockJSOptions(), TimeProvider.System, new SockJSMetrics(meters, "/bench"), NullLogger.Instance, new EchoHandler(), Admit);
        IMembership Admit(SockJSConnection connection) => clients.Admit(connection, maxGroups: 1);
        var table = new SessionTable(context);
        for (var i = 0; i < 1000; i++)
            _session = Open(table);
        clients.Add(table, s_format);
        _all = clients.All;
        while (_all.Count < 1000)
            await Task.Yield();
        _group = clients.Group("bench");
        foreach (var connection in table)
            await _group.AddAsync(connection);
    }

    [Benchmark]
    public void Echo()
    {
        var position = 0;
        var scope = FlushScope.Enter();
        _session.NoteReceived(1, s_payload.Length);
        _session.TryReceive(s_payload, ref position);
        _session.Handle();
        FlushScope.Exit(scope);
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public ValueTask BroadcastToThousand() => _all.SendAsync("The quick brown fox jumps over the lazy dog.");

    [Benchmark(OperationsPerInvoke = 1000)]
    public ValueTask BroadcastToGroupOfThousand() => _group.SendAsync("The quick brown fox jumps over the lazy dog.");

    private static void Listen()
    {
        var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
    }

    private static SockJSSession Open(SessionTable table)
    {
        var client = new SockJSClientInfo { Headers = new HeaderDictionary(), Path = "/bench", QueryString = "" };
        var session = (SockJSSession)table.Open(key: null, SockJSTransports.WebSocket, new ClaimsPrincipal(), client)!;
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
