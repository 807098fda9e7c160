using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Hosting;

public sealed class FilterTests : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly ServiceProvider _services;

    public FilterTests()
        => _services = new ServiceCollection().AddLogging().AddSingleton(_lines).AddScoped<ScopedFilter>().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Filters_run_before_the_methods_of_a_class()
    {
        var client = World(io => io.Namespace<FilteredNamespace>(ns => ns
            .Use((_, next) => NoteAsync($"joins {ns.Name}", next))
            .UseEvents((context, next) => NoteAsync($"event {context.Name}", next)))).Connect();
        await client.JoinAsync("/filtered");
        client.Send("""2/filtered,1["say","a"]""");

        Assert.Equal("""3/filtered,1["handled"]""", await client.NextAsync());
        Assert.Equal(["joins /filtered", "connect", "event say", "say a"], _lines);
    }

    [Fact]
    public async Task A_filter_refuses_clients_of_a_class()
    {
        var client = World(io => io.Namespace<FilteredNamespace>(ns => ns.Use((_, _) => throw new SocketIORefusedException("too late")))).Connect();
        client.Send("0/filtered,");

        Assert.Equal("""4/filtered,{"message":"too late"}""", await client.NextAsync());
        Assert.Empty(_lines);
    }

    [Fact]
    public async Task A_filter_answers_in_place_of_a_class()
    {
        var client = World(io => io.Namespace<FilteredNamespace>(ns => ns.UseEvents((context, _) => context.Ack.SendAsync("filtered")))).Connect();
        await client.JoinAsync("/filtered");
        client.Send("""2/filtered,1["say","a"]""");

        Assert.Equal("""3/filtered,1["filtered"]""", await client.NextAsync());
        Assert.Equal(["connect"], _lines);
    }

    [Fact]
    public async Task Filters_of_an_endpoint_are_for_all_its_namespaces_and_run_first()
    {
        var client = World(io => io
            .Namespace("/other", ns => ns
                .Use((_, next) => NoteAsync("own", next))
                .UseEvents((_, next) => NoteAsync("own event", next))
                .On("say", (_, _, ack) => ack.SendAsync()))
            .Use((socket, next) => NoteAsync($"all {socket.Namespace}", next))
            .UseEvents((context, next) => NoteAsync($"all {context.Name}", next))
            .Namespace<FilteredNamespace>()).Connect();
        await client.JoinAsync("/other");
        client.Send("""2/other,1["say"]""");
        await client.NextAsync();
        await client.JoinAsync("/filtered");

        Assert.Equal(["all /other", "own", "all say", "own event", "all /filtered", "connect"], _lines);
    }

    [Fact]
    public async Task A_filter_that_is_a_service_has_a_scope_of_its_own_each_time()
    {
        var client = World(io => io.Namespace<FilteredNamespace>(ns => ns.Use<ScopedFilter>().UseEvents<ScopedFilter>())).Connect();
        await client.JoinAsync("/filtered");
        client.Send("""2/filtered,1["say","a"]""");
        await client.NextAsync();

        await Eventually.TrueAsync(() => _lines.Count == 6);
        Assert.Equal(["joins", "connect", "scope ends", "event say", "say a", "scope ends"], _lines);
    }

    [Fact]
    public void A_filter_that_is_no_service_is_no_secret()
    {
        using var empty = new ServiceCollection().BuildServiceProvider();
        var io = new SocketIOBuilder(empty);

        Assert.Contains("no service of the application", Assert.Throws<InvalidOperationException>(() => io.Use<ScopedFilter>()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => io.UseEvents<ScopedFilter>());
    }

    private SocketWorld World(Action<SocketIOBuilder> namespaces) => new(namespaces, services: _services);

    private ValueTask NoteAsync(string line, Func<ValueTask> next)
    {
        _lines.Add(line);
        return next();
    }
}
