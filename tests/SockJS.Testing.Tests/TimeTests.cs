using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Testing.Tests.Support;

namespace SockJS.Testing.Tests;

/// <summary>What happens when the test lets time pass.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task A_client_that_does_not_poll_again_loses_its_session()
    {
        var closed = new TaskCompletionSource();
        await using var host = await TestHost.StartAsync(
            async connection =>
            {
                await TestHost.EchoAsync(connection);
                closed.SetResult();
            },
            stopsTime: true);
        await using var client = await host.ConnectAsync(SockJSTransports.XhrPolling);
        client.StallReads();
        await client.SendAsync("answers the poll");
        // The poll is known to be over when there is a receiver no more, so time passes until it is noticed.
        while (!closed.Task.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(1);
        }

        client.ResumeReads();
        Assert.Equal("answers the poll", await client.ReceiveAsync());
        await client.ExpectOpenAsync();
    }

    [Theory]
    [InlineData(SockJSTransports.XhrPolling)]
    [InlineData(SockJSTransports.JsonpPolling)]
    public async Task A_session_whose_frame_was_received_has_its_next_poll(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(stopsTime: true);
        await using var client = await host.ConnectAsync(transport);
        for (var number = 0; number < 50; number++)
        {
            await client.SendAsync("message");
            Assert.Equal("message", await client.ReceiveAsync());
            host.Clock.Advance(TimeSpan.FromSeconds(6));
        }
    }

    [Fact]
    public async Task Polls_below_a_prefix_with_parameters_are_found()
    {
        await using var host = await TestHost.StartAsync(map: static app => app.MapGroup("/{tenant}").MapSockJS("/chat", TestHost.EchoAsync), stopsTime: true);
        await using var client = await host.App.ConnectSockJSAsync("/a%20b/chat", SockJSTransports.XhrPolling);
        host.Clock.Advance(TimeSpan.FromSeconds(25));

        await client.ExpectHeartbeatAsync();
    }

    [Theory]
    [InlineData(SockJSTransports.WebSocket)]
    [InlineData(SockJSTransports.RawWebSocket)]
    public async Task A_WebSocket_is_connected_when_its_session_has_a_receiver(SockJSTransports transport)
    {
        var (upgraded, attaching) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await TestHost.StartAsync(
            map: app => app.Use((http, next) =>
            {
                http.Features.Set<IHttpUpgradeFeature>(new SlowUpgrade(http.Features.GetRequiredFeature<IHttpUpgradeFeature>(), upgraded, attaching.Task));
                return next(http);
            }),
            stopsTime: true);
        var connecting = host.ConnectAsync(transport);
        await upgraded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.WhenAny(connecting, Task.Delay(100));
        Assert.False(connecting.IsCompleted);
        attaching.SetResult();
        await using var client = await connecting;
        host.Clock.Advance(TimeSpan.FromSeconds(25));

        await client.ExpectHeartbeatAsync();
    }

    [Theory]
    [InlineData(SockJSTransports.WebSocket)]
    [InlineData(SockJSTransports.RawWebSocket)]
    public async Task A_client_that_answers_no_pings_is_given_up(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(stopsTime: true);
        await using var client = await host.ConnectAsync(transport);
        client.AnswersPings = false;
        host.Clock.Advance(TimeSpan.FromSeconds(25));
        await client.ExpectHeartbeatAsync();
        var closing = client.ExpectCloseAsync();
        // The ping counts from when the server has learnt that it was written, which may be after the client has it.
        do
            host.Clock.Advance(TimeSpan.FromSeconds(20.5));
        while (await Task.WhenAny(closing, Task.Delay(TimeSpan.FromSeconds(1))) != closing);

        Assert.Equal(new SockJSTestClose(3000, "No response from heartbeat", WasClean: true), await closing);
    }

    [Fact]
    public void Timers_run_at_their_time_until_they_are_disposed_of()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var times = new List<TimeSpan>();
        var began = clock.GetTimestamp();
        var timer = clock.CreateTimer(_ => times.Add(clock.GetElapsedTime(began)), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(1), clock.UntilNextTimer);
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)], times);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
        Assert.Null(clock.UntilNextTimer);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 8, TimeSpan.Zero), clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Waits_of_the_framework_end_at_their_time()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>A server that takes its time between the answer to a handshake and what comes after it.</summary>
    private sealed class SlowUpgrade(IHttpUpgradeFeature inner, TaskCompletionSource upgraded, Task goesOn) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync()
        {
            var stream = await inner.UpgradeAsync();
            upgraded.SetResult();
            await goesOn;
            return stream;
        }
    }
}
