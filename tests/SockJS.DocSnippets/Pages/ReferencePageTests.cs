using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.DocSnippets.Markdown;
using SockJS.SocketIO;
using Xunit;

namespace SockJS.DocSnippets.Pages;

/// <summary>Tables that list what the library has, checked against the library.</summary>
public sealed class ReferencePageTests
{
    private static readonly MarkdownPage s_observability = Repository.Page("docs/guide/observability.md");

    [Fact]
    public void The_page_on_connections_lists_every_close_code()
    {
        var rows = Repository.Page("docs/guide/connection.md").Rows;
        Assert.All(typeof(SockJSCloseCodes).GetFields(), field => Assert.Single(rows[field.Name], cells => cells[1] == $"{field.GetRawConstantValue()}"));
    }

    [Fact]
    public void The_page_on_connections_lists_every_kind_of_close()
    {
        var rows = Repository.Page("docs/guide/connection.md").Rows;
        Assert.All(Enum.GetNames<SockJSCloseKind>(), name => Assert.Single(rows[name], cells => cells.Length == 2));
    }

    [Fact]
    public void The_page_on_transports_lists_every_transport_and_whether_it_is_on()
    {
        var rows = Repository.Page("docs/guide/transports.md").Rows;
        var transports = Enum.GetValues<SockJSTransports>().Where(transport => int.IsPow2((int)transport));
        Assert.All(transports, transport => Assert.Equal(SockJSTransports.Modern.HasFlag(transport) ? "on" : "off", Assert.Single(rows[transport.ToString()])[1]));
    }

    [Fact]
    public async Task The_page_on_observability_lists_every_instrument()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "SockJS")
                instruments.Add(instrument);
        };
        listener.Start();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSocketIO();
        await using var app = builder.Build();
        app.MapSockJS("/any", _ => Task.CompletedTask);
        app.MapSocketIO("/io", io => io.Namespace("/", _ => { }));

        Assert.Contains(instruments, instrument => instrument.Name == "sockjs.server.active_sockets");
        Assert.All(instruments, instrument => Assert.Equal(
            [instrument.GetType().Name.Split('`')[0], $"`{instrument.Unit}`"], Assert.Single(s_observability.Rows[instrument.Name])[1..3]));
    }

    [Fact]
    public void The_page_on_observability_lists_every_log_event_with_its_category_and_no_other()
    {
        var rows = s_observability.Rows.SelectMany(row => row).Where(cells => cells.Length == 5 && cells[3].StartsWith("`SockJS.", StringComparison.Ordinal));

        Assert.NotEmpty(LogEvents());
        Assert.Equal(
            LogEvents().Select(log => $"`{log.Event.EventName}` {log.Event.EventId} {log.Event.Level} `{log.Category}`").Order(StringComparer.Ordinal),
            rows.Select(cells => string.Join(' ', cells[..4])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_log_events_of_a_category_share_an_id_or_any_two_a_name()
    {
        var events = LogEvents();
        Assert.All(events, log => Assert.False(string.IsNullOrEmpty(log.Event.EventName)));
        Assert.Equal(events.Count, events.Select(log => (log.Category, log.Event.EventId)).Distinct().Count());
        Assert.Equal(events.Count, events.Select(log => log.Event.EventName).Distinct().Count());
    }

    [Fact]
    public void The_page_on_the_architecture_lists_every_folder_of_the_library()
    {
        var folders = Repository.Find("src/SockJS", "*.cs").Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]);
        var rows = Repository.Page("docs/architecture.md").Rows;
        Assert.All(folders.Distinct(), folder => Assert.NotEmpty(rows[folder]));
    }

    [Fact]
    public void Every_test_class_that_a_page_names_exists()
    {
        var named = Repository.Pages.SelectMany(path => Repository.Page(path).InlineCodes).Where(code => code.EndsWith("Tests", StringComparison.Ordinal));
        var classes = Repository.Find("tests", "*Tests.cs").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Empty(named.Where(name => !name.Contains('.', StringComparison.Ordinal)).Except(classes));
    }

    private static List<(string Category, LoggerMessageAttribute Event)> LogEvents()
        => [.. from type in typeof(SockJSOptions).Assembly.GetTypes().Concat(typeof(SocketIOOptions).Assembly.GetTypes())
               from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
               let log = method.GetCustomAttribute<LoggerMessageAttribute>()
               where log is not null
               select (CategoryOf(type), log)];

    // Loggers are made by folder, but for Socket.IO, whose sockets and clients share one.
    private static string CategoryOf(Type type) => (type.Assembly == typeof(SocketIOOptions).Assembly, type.Name) switch
    {
        (true, "HandshakeHandler") => "SockJS.Hosting",
        (true, "DelegateHandler" or "EventRefusals") => "SockJS.Dispatch",
        (true, _) => "SockJS.SocketIO",
        _ => string.Join('.', type.Namespace!.Split('.').Take(2)),
    };
}
