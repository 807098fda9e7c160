using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Diagnostics;
using SockJS.Dispatch;
using SockJS.Groups;
using SockJS.Hosting;
using SockJS.Sessions;
using SockJS.SourceGeneration;
using Xunit;

namespace SockJS.Tests.Support;

/// <summary>An endpoint without HTTP: its sessions, their clock, and a journal for each. At its end the receivers must be free of complaints.</summary>
internal sealed class SessionWorld : IDisposable
{
    private static readonly TimeSpan s_sweepPeriod = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<SockJSConnection, Journal> _journals = new();
    private readonly ConcurrentQueue<RecordingSink> _sinks = new();
    private readonly ServiceProvider _services;
    private readonly SockJSSessionManager? _manager;
    private FailureHandler? _failures;
    private SockJSMetrics? _measured;
    private EndpointClients? _clients;
    private int _keys;

    /// <param name="configure">Changes the settings.</param>
    /// <param name="prepare">Changes what a journal does, before its connection opens.</param>
    /// <param name="manager">The session manager of the application.</param>
    public SessionWorld(
        Action<SockJSOptions>? configure = null, Action<SockJSConnection, Journal>? prepare = null, SockJSSessionManager? manager = null)
    {
        _manager = manager;
        _services = new ServiceCollection().BuildServiceProvider();
        Options = OptionsOf(configure);
        Table = TableOf(new JournalHandler(Failures, connection =>
        {
            var journal = JournalOf(connection);
            prepare?.Invoke(connection, journal);
            return journal;
        }));
    }

    /// <param name="createHandler">Makes what runs the handlers, instead of journals.</param>
    /// <param name="services">What handlers may ask for.</param>
    /// <param name="configure">Changes the settings.</param>
    public SessionWorld(
        Func<FailureHandler, IServiceProvider, IConnectionHandler> createHandler,
        IServiceCollection? services = null,
        Action<SockJSOptions>? configure = null)
    {
        _services = (services ?? new ServiceCollection()).BuildServiceProvider();
        Options = OptionsOf(configure);
        Table = TableOf(createHandler(Failures, _services));
    }

    /// <summary>Makes a world of connections that a class handles.</summary>
    public static SessionWorld Of<T>(
        EndpointDescriptor<T> descriptor,
        IServiceCollection? services = null,
        Action<SockJSOptions>? configure = null,
        Action<JsonSerializerOptions>? json = null)
        where T : class
    {
        var format = TestFormats.Of(descriptor.Shape, descriptor.Client is { } client ? client.Create : null, json);
        return new SessionWorld((failures, provider) => new ClassRunner<T>(descriptor.Build(format), format, failures, provider), services, configure);
    }

    public SockJSOptions Options { get; }

    public FailureHandler Failures => _failures ??= new FailureHandler(Options, Measured, Log.CreateLogger("SockJS.Dispatch"), Time);

    public ManualTimeProvider Time { get; } = new();

    public LogCollector Log { get; } = new();

    public MetricsRecorder Metrics { get; } = new();

    /// <summary>Gets what measures the endpoint, and tells <see cref="Metrics"/>.</summary>
    public SockJSMetrics Measured => _measured ??= new Instruments(Metrics, Time).Of("/test");

    public SessionTable Table { get; }

    /// <summary>Gets the connections as applications see them.</summary>
    public EndpointClients Clients => _clients ??= new EndpointClients("/test", new InProcessBackplane(), Log.CreateLogger("SockJS.Groups"));

    /// <summary>Gets the number of sessions in any state, while enumerating the table yields the open ones.</summary>
    public int SessionCount => Table.Count;

    public static SockJSClientInfo Client { get; } = new() { Headers = new HeaderDictionary(), Path = "/test", QueryString = "" };

    public static ClaimsPrincipal Nobody { get; } = new();

    public static ClaimsPrincipal Named(string user) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "test"));

    public Journal JournalOf(SockJSConnection connection) => _journals.GetOrAdd(connection, static _ => new Journal());

    /// <summary>Opens a session that receivers can come to and go from.</summary>
    public SockJSSession Open(SockJSTransports transport = SockJSTransports.XhrStreaming, string? user = null)
        => (SockJSSession)Table.Open($"key{Interlocked.Increment(ref _keys)}", transport, user is null ? Nobody : Named(user), Client)!;

    /// <summary>Opens a session that ends with its receiver.</summary>
    public SockJSSession OpenSocket(SockJSTransports transport = SockJSTransports.WebSocket) => (SockJSSession)Table.Open(key: null, transport, Nobody, Client)!;

    /// <summary>Makes a receiver that is checked at the end.</summary>
    public RecordingSink Sink(SockJSTransports transport = SockJSTransports.XhrStreaming, int takes = int.MaxValue, bool yields = false)
    {
        var sink = new RecordingSink(transport, takes, yields);
        _sinks.Enqueue(sink);
        return sink;
    }

    public RecordingSink Poll() => Sink(SockJSTransports.XhrPolling, takes: 1);

    public RecordingSink Attach(Session session) => Attach(session, Sink());

    public RecordingSink Attach(Session session, RecordingSink sink)
    {
        Assert.Equal(AttachResult.Attached, session.Attach(sink, Nobody, out _));
        return sink;
    }

    /// <summary>Opens a session, attaches a receiver and waits until the handler waits for messages.</summary>
    public async Task<(SockJSSession Session, RecordingSink Sink)> ConnectAsync(
        SockJSTransports transport = SockJSTransports.XhrStreaming, string? user = null)
    {
        var isSocket = transport is SockJSTransports.WebSocket or SockJSTransports.RawWebSocket;
        var session = isSocket ? OpenSocket(transport) : Open(transport, user);
        var sink = Attach(session, Sink(transport));
        await JournalOf(session).Settled.SoonAsync();
        return (session, sink);
    }

    /// <summary>Opens a session whose first poll has been answered with the open frame.</summary>
    public async Task<SockJSSession> ConnectPollAsync()
    {
        var session = Open(SockJSTransports.XhrPolling);
        await Attach(session, Poll()).Ended.SoonAsync();
        await JournalOf(session).Settled.SoonAsync();
        return session;
    }

    /// <summary>Lets time pass, with a sweep as often as the sweeper would.</summary>
    public void Pass(TimeSpan span)
    {
        while (span > TimeSpan.Zero)
        {
            var step = span < s_sweepPeriod ? span : s_sweepPeriod;
            span -= step;
            Time.Advance(step);
            Table.Sweep();
        }
    }

    public void Dispose()
    {
        Assert.Empty(_sinks.Select(static sink => sink.Violation).OfType<string>());
        _services.Dispose();
        Metrics.Dispose();
        Log.Dispose();
    }

    private static SockJSOptions OptionsOf(Action<SockJSOptions>? configure)
    {
        var options = new SockJSOptions();
        configure?.Invoke(options);
        return options;
    }

    private SessionTable TableOf(IConnectionHandler handler)
    {
        var table = new SessionTable(new SockJSSessionContext(
            Options,
            Time,
            Measured,
            Log.CreateLogger("SockJS.Sessions"),
            new SettlingHandler(handler, JournalOf),
            connection => Clients.Admit(connection, Options.MaxGroupsPerConnection))
        {
            Endpoint = "/test",
            Manager = _manager,
            Groups = Clients.Groups,
        });
        _manager?.Attach(table, "/test");
        Measured.Observe(() => table.QueuedBytes);
        Clients.Add(table, TestFormats.Default);
        return table;
    }
}
