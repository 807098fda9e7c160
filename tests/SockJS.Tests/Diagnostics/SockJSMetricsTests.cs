using SockJS.Diagnostics;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class SockJSMetricsTests : IDisposable
{
    private const string Active = "sockjs.server.active_sessions";
    private const string Attached = "sockjs.server.active_connections";
    private const string Duration = "sockjs.server.session.duration";

    private readonly SessionWorld _world = new(static options => options.MaxSessions = 4);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Every_session_and_receiver_that_is_counted_is_taken_off_again_under_the_same_tags()
    {
        var (closed, _) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        var (lost, sink) = await _world.ConnectAsync();
        var timedOut = await _world.ConnectPollAsync();
        _world.Attach(timedOut, _world.Sink(SockJSTransports.EventSource, takes: 1)).Break();
        _world.Open(SockJSTransports.HtmlFile);
        Assert.Equal(["htmlfile: 1", "websocket: 1", "xhr-polling: 1", "xhr-streaming: 1"], Counts(Active).Where(static count => !count.EndsWith(": 0", StringComparison.Ordinal)));
        Assert.Equal(["eventsource: 1", "htmlfile: 0", "websocket: 1", "xhr-polling: 0", "xhr-streaming: 1"], Counts(Attached));

        await closed.CloseAsync();
        lost.Lost(sink);
        await timedOut.SendAsync("breaks");
        _world.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(0, _world.SessionCount);
        string[] none = ["eventsource: 0", "htmlfile: 0", "websocket: 0", "xhr-polling: 0", "xhr-streaming: 0"];
        Assert.Equal(none, Counts(Active));
        Assert.Equal(none, Counts(Attached));
        Assert.Equal(4, _world.Metrics.Sum("sockjs.server.opened_sessions"));
        Assert.Equal(4, _world.Metrics.Sum("sockjs.server.closed_sessions"));
    }

    [Fact]
    public async Task A_receiver_that_is_replaced_or_refused_is_counted_once()
    {
        var session = await _world.ConnectPollAsync();
        _world.Attach(session, _world.Poll());
        session.Attach(_world.Poll(), SessionWorld.Nobody, out _);
        Assert.Equal(1, _world.Metrics.Now(Attached));

        await session.SendAsync("answer");
        Assert.Equal(0, _world.Metrics.Now(Attached));
        Assert.Equal(1, _world.Metrics.Now(Active));
    }

    [Fact]
    public async Task The_end_of_a_session_is_counted_and_its_duration_recorded()
    {
        var (session, sink) = await _world.ConnectAsync();
        _world.Pass(TimeSpan.FromSeconds(90));
        session.Lost(sink);

        var measurement = Assert.Single(_world.Metrics.Of(Duration));
        Assert.Equal(90, measurement.Value);
        Assert.Equal("sockjs.close.kind=Lost, sockjs.endpoint=/test, sockjs.transport=xhr-streaming", measurement.TagText);
        Assert.Equal(measurement.TagText, Assert.Single(_world.Metrics.Of("sockjs.server.closed_sessions")).TagText);
    }

    [Fact]
    public async Task A_socket_that_answers_no_ping_is_counted_once_however_long_it_takes_to_die()
    {
        var (_, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        _world.Pass(_world.Options.HeartbeatInterval);
        sink.Stall();
        _world.Pass(_world.Options.PongTimeout + TimeSpan.FromSeconds(5));
        sink.Continue();
        await sink.Ended.SoonAsync();

        Assert.Equal("sockjs.endpoint=/test, sockjs.transport=websocket", Assert.Single(_world.Metrics.Of("sockjs.server.heartbeat_timeouts")).TagText);
    }

    [Fact]
    public async Task Messages_and_their_bytes_are_counted_both_ways()
    {
        var (session, _) = await _world.ConnectAsync();
        session.NoteReceived(2, 9);
        await session.SendAsync("one");
        await session.SendAsync("two");

        Assert.Equal(2, _world.Metrics.Sum("sockjs.server.received_messages"));
        Assert.Equal(9, _world.Metrics.Sum("sockjs.server.received_bytes"));
        Assert.Equal(2, _world.Metrics.Sum("sockjs.server.sent_messages"));
        Assert.Equal("a[\"one\"]a[\"two\"]".Length, _world.Metrics.Sum("sockjs.server.sent_bytes"));
        Assert.All(
            _world.Metrics.Of("sockjs.server.sent_bytes"),
            static measurement => Assert.Equal("sockjs.endpoint=/test, sockjs.transport=xhr-streaming", measurement.TagText));
    }

    [Fact]
    public async Task Messages_that_were_not_written_are_not_counted_as_sent()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Break();
        await session.SendAsync("lost");

        await Eventually.TrueAsync(() => _world.SessionCount == 0);
        Assert.Equal(0, _world.Metrics.Sum("sockjs.server.sent_messages"));
    }

    [Fact]
    public async Task Bytes_that_wait_are_summed_over_the_sessions_of_an_endpoint()
    {
        var one = await _world.ConnectPollAsync();
        var two = await _world.ConnectPollAsync();
        await one.SendAsync("waits");
        await two.SendAsync("waits too");

        Assert.Equal(one.QueuedBytes + two.QueuedBytes, _world.Metrics.Now("sockjs.server.queued_bytes"));
        Assert.NotEqual(0, one.QueuedBytes);
    }

    [Fact]
    public void Refused_sessions_are_counted()
    {
        for (var i = 0; i < 6; i++)
            _world.Open();

        Assert.Equal(2, _world.Metrics.Sum("sockjs.server.refused_sessions"));
        Assert.All(
            _world.Metrics.Of("sockjs.server.refused_sessions"),
            static measurement => Assert.Equal("sockjs.endpoint=/test, sockjs.refusal.reason=endpoint_full", measurement.TagText));
        Assert.Equal(4, _world.Metrics.Now(Active));
    }

    [Fact]
    public void Endpoints_that_share_a_prefix_are_measured_as_one()
    {
        using var meters = new MetricsRecorder();
        var instruments = new Instruments(meters, TimeProvider.System);
        instruments.Of("/chat").Observe(static () => 1);
        instruments.Of("/chat").Observe(static () => 2);
        instruments.Of("/news").Observe(static () => 4);

        Assert.Equal(
            ["sockjs.endpoint=/chat: 3", "sockjs.endpoint=/news: 4"],
            meters.Observe("sockjs.server.queued_bytes").Select(static measurement => $"{measurement.TagText}: {measurement.Value}"));
    }

    [Theory]
    [InlineData(SockJSTransports.WebSocket, "websocket")]
    [InlineData(SockJSTransports.RawWebSocket, "rawwebsocket")]
    [InlineData(SockJSTransports.XhrStreaming, "xhr-streaming")]
    [InlineData(SockJSTransports.XhrPolling, "xhr-polling")]
    [InlineData(SockJSTransports.EventSource, "eventsource")]
    [InlineData(SockJSTransports.HtmlFile, "htmlfile")]
    [InlineData(SockJSTransports.JsonpPolling, "jsonp-polling")]
    [InlineData(SockJSTransports.None, "other")]
    public void Transports_have_the_names_that_their_clients_give_them(SockJSTransports transport, string name)
    {
        Assert.Equal(name, TransportNames.Of(transport));
        using var meters = new MetricsRecorder();
        Assert.Equal(name, new SockJSMetrics(meters, "/any").Of(transport).Tags[1].Value);
    }

    private IEnumerable<string> Counts(string instrument)
        => _world.Metrics.Observe(instrument)
            .Select(static measurement => $"{measurement.Tags["sockjs.transport"]}: {measurement.Value}")
            .Order(StringComparer.Ordinal);
}
