using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Conformance.Diagnostics;

/// <summary>Requests that last as long as a client say nothing of how fast the application is, and tools must be able to tell them apart.</summary>
[OwnServer]
public sealed class LongRequestTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string HttpDuration = "http.server.request.duration";

    private readonly ConcurrentDictionary<string, Activity> _activities = new();

    [Theory]
    [InlineData("POST", "/xhr")]
    [InlineData("POST", "/xhr_streaming")]
    [InlineData("GET", "/eventsource")]
    [InlineData("GET", "/htmlfile?c=cb")]
    [InlineData("GET", "/jsonp?c=cb")]
    public async Task A_receiving_request_is_marked_as_long_and_not_in_the_durations_of_http(string method, string path)
    {
        var server = Start();
        using var listener = ListenToRequests();
        using var meters = new MeterProbe(server, "Microsoft.AspNetCore.Hosting");
        var url = NewSession();
        await (await server.OpenAsync(new HttpCall(method, url + path))).CloseAsync();
        await AssertLongAsync(server, meters, url + path.Split('?')[0]);
    }

    [Theory]
    [InlineData("/echo/000/any/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_socket_is_marked_as_long_and_not_in_the_durations_of_http(string url)
    {
        var server = Start();
        using var listener = ListenToRequests();
        using var meters = new MeterProbe(server, "Microsoft.AspNetCore.Hosting");
        var socket = await server.OpenWebSocketAsync(url);
        socket.Reset();
        await AssertLongAsync(server, meters, url);
    }

    private LiveServer Start() => Start(
        services => services.AddSockJS(OpenToAll),
        app =>
        {
            app.Use(next => http =>
            {
                if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
                    _activities[http.Request.Path] = activity;
                return next(http);
            });
            app.MapSockJS("/echo", Handlers.Echo);
        });

    // A sending request is short: it has a duration, and shows that durations are seen at all.
    private async Task AssertLongAsync(LiveServer server, MeterProbe meters, string path)
    {
        await Eventually.IsTrueAsync(() => _activities.TryGetValue(path, out var activity) && activity.IsStopped);
        var other = NewSession() + "/xhr_send";
        await server.PostAsync(other, "[\"one\"]");
        await Eventually.IsTrueAsync(() => meters.Sum(HttpDuration) > 0);

        Assert.Equal("true", _activities[path].GetTagItem("http.long_running"));
        Assert.Null(_activities[other].GetTagItem("http.long_running"));
        Assert.All(meters.Sums(HttpDuration), row => Assert.Contains("http.route=/echo/{server}/{session}/xhr_send", row, StringComparison.Ordinal));
    }

    private static ActivityListener ListenToRequests()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
