using SockJS.Diagnostics;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class SockJSMetricsTests : IDisposable
{
    private const string Active = "sockjs.server.active_sessions";
    private const string Duration = "sockjs.server.session.duration";

    private readonly SessionWorld _world = new(static options => options.MaxSessions = 4);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Every_session_that_is_counted_is_taken_off_again_under_the_same_tags()
    {
        var (closed, _) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        var (lost, sink) = await _world.ConnectAsync();
        var timedOut = await _world.ConnectPollAsync();
        _world.Attach(timedOut, _world.Sink(SockJSTransports.EventSource, takes: 1)).Break();
        _world.Open(SockJSTransports.HtmlFile);
        Assert.Equal(4, _world.Metrics.Sum(Active));

        await closed.CloseAsync();
        lost.Lost(sink);
        await timedOut.SendAsync("breaks");
        _world.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(0, _world.SessionCount);
        Assert.All(
            _world.Metrics.Of(Active).GroupBy(static measurement => measurement.TagText),
            static tags => Assert.Equal(0, tags.Sum(static one => one.Value)));
        Assert.Equal(
            ["sockjs.endpoint=/test, sockjs.transport=htmlfile", "sockjs.endpoint=/test, sockjs.transport=websocket",
             "sockjs.endpoint=/test, sockjs.transport=xhr-polling", "sockjs.endpoint=/test, sockjs.transport=xhr-streaming"],
            _world.Metrics.Of(Active).Select(static measurement => measurement.TagText).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_duration_of_a_session_is_recorded_with_its_end()
    {
        var (session, sink) = await _world.ConnectAsync();
        _world.Pass(TimeSpan.FromSeconds(90));
        session.Lost(sink);

        var measurement = Assert.Single(_world.Metrics.Of(Duration));
        Assert.Equal(90, measurement.Value);
        Assert.Equal("sockjs.close.kind=Lost, sockjs.endpoint=/test, sockjs.transport=xhr-streaming", measurement.TagText);
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
        Assert.Equal(4, _world.Metrics.Sum(Active));
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
        => Assert.Equal(name, TransportNames.Of(transport));
}
