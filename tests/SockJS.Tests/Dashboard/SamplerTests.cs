using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Dashboard;
using SockJS.Diagnostics;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dashboard;

public sealed class SamplerTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SessionRegistry _registry = new();
    private readonly Instruments _instruments;
    private readonly Sampler _sampler;

    public SamplerTests()
    {
        _registry.Add(_world.Table);
        _instruments = new Instruments(_services.GetRequiredService<IMeterFactory>(), _world.Time);
        _sampler = new Sampler(new EndpointDirectory(_registry), _instruments, _world.Time, _world.Log.CreateLogger("SockJS.Dashboard"));
    }

    public void Dispose()
    {
        _services.Dispose();
        _world.Dispose();
    }

    [Fact]
    public void While_nobody_watches_there_is_no_timer_and_nothing_is_counted()
    {
        Assert.Null(_world.Time.UntilNextTimer);
        Assert.False(_instruments.ReceivedMessages.Enabled);
        var (first, second) = (new WatchingPage(), new WatchingPage());

        _sampler.Add(first.Watcher);
        _sampler.Add(second.Watcher);
        Assert.NotNull(_world.Time.UntilNextTimer);
        Assert.True(_instruments.ReceivedMessages.Enabled);
        _sampler.Remove(first.Watcher);
        Assert.NotNull(_world.Time.UntilNextTimer);
        _sampler.Remove(second.Watcher);

        Assert.Null(_world.Time.UntilNextTimer);
        Assert.False(_instruments.ReceivedMessages.Enabled);
    }

    [Fact]
    public void All_pages_get_the_same_message_once_a_second()
    {
        var (first, second) = (Watch(), Watch());

        Pass(3);

        // The first came when nothing had been seen yet, and the second when the first sample was there.
        Assert.Equal(first.Of("overview"), second.Of("overview"));
        Assert.Equal(4, first.Of("overview").Count);
        Assert.All(first.Of("overview").Zip(second.Of("overview")), static pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void Pages_that_have_selected_the_same_get_the_same_sessions()
    {
        var (first, second, other) = (Watch(new Selection(0, "", 0)), Watch(new Selection(0, "", 0)), Watch(new Selection(0, "x", 0)));

        Pass(1);

        Assert.Same(first.Of("sessions")[^1], second.Of("sessions")[^1]);
        Assert.NotSame(first.Of("sessions")[^1], other.Of("sessions")[^1]);
    }

    [Fact]
    public void What_has_gone_through_becomes_a_rate()
    {
        var page = Watch();
        var socket = _instruments.Of("/test").Of(SockJSTransports.WebSocket);

        socket.Received(30, 600);
        socket.Sent(10, 50);
        _instruments.Of("/other").Of(SockJSTransports.WebSocket).Received(1000, 1000);
        Pass(1);

        var row = page.Last("overview")["endpoints"]![0]!;
        Assert.Equal(
            ("/test", 30, 600, 10, 50),
            ((string)row["prefix"]!, (double)row["messagesIn"]!, (double)row["bytesIn"]!, (double)row["messagesOut"]!, (double)row["bytesOut"]!));
        Pass(1);
        Assert.Equal(0, (double)page.Last("overview")["endpoints"]![0]!["messagesIn"]!);
    }

    [Fact]
    public void What_goes_wrong_is_added_up_while_somebody_watches()
    {
        var metrics = _instruments.Of("/test");
        metrics.MessagesDropped(100);
        var page = Watch();

        metrics.MessagesDropped(2);
        metrics.SessionRefused("manager");
        metrics.MessagesLimited(3);
        metrics.Of(SockJSTransports.XhrPolling).FellBack(FallbackCause.SocketLost);
        Pass(2);

        var row = page.Last("overview")["endpoints"]![0]!;
        Assert.Equal((2, 1, 3, 1), ((int)row["dropped"]!, (int)row["refused"]!, (int)row["limited"]!, (int)row["fallbacks"]!));
    }

    [Fact]
    public async Task A_row_says_what_there_is()
    {
        await _world.ConnectAsync(SockJSTransports.WebSocket);
        var (session, _) = await _world.ConnectAsync();
        _world.Clients.Groups.Add("lobby", session);
        var page = Watch();

        var row = page.Last("overview")["endpoints"]!.AsArray().Single()!;

        Assert.Equal(("sockjs", 2, 10_000, false, 1), ((string)row["kind"]!, (int)row["sessions"]!, (int)row["maxSessions"]!, (bool)row["draining"]!, (int)row["groups"]!));
        Assert.Equal(["websocket 1", "xhr-streaming 1"], row["connections"]!.AsArray().Select(one => $"{one!["name"]} {one["count"]}"));
    }

    [Fact]
    public void The_librarys_own_endpoints_are_not_shown()
    {
        using var own = new SessionWorld();
        _registry.Add(new SessionTable(new SockJSSessionContext(own.Options, own.Time, own.Measured, own.Log.CreateLogger("SockJS.Sessions"), own.Table.Context.Handler)
        {
            Endpoint = "/_sockjs/live",
            IsInternal = true,
        }));
        var page = Watch(new Selection(1, "", 0));

        Assert.Equal(["/test"], page.Last("overview")["endpoints"]!.AsArray().Select(static row => (string)row!["prefix"]!));
        Assert.Empty(page.Of("sessions"));
    }

    private WatchingPage Watch(Selection? selection = null)
    {
        var page = new WatchingPage();
        page.Watcher.Selection = selection;
        _sampler.Add(page.Watcher);
        Pass(0);
        return page;
    }

    private void Pass(int seconds) => _world.Time.Advance(TimeSpan.FromSeconds(seconds));
}
