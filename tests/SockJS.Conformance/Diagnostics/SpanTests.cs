using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Conformance.Diagnostics;

/// <summary>Handlers run on the threads of requests, whose spans are none of their business.</summary>
[OwnServer]
public sealed class SpanTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private readonly ConcurrentDictionary<string, Activity> _requests = new();

    [Theory]
    [InlineData("websocket", "websocket")]
    [InlineData("xhr_streaming", "xhr-streaming")]
    [InlineData("xhr", "xhr-polling")]
    [InlineData("eventsource", "eventsource")]
    [InlineData("htmlfile?c=cb", "htmlfile")]
    [InlineData("jsonp?c=cb", "jsonp-polling")]
    public async Task A_handler_sees_the_span_of_its_message_which_leads_by_links_to_the_request_that_opened_the_session(string path, string transport)
    {
        using var listener = Listen(source => source is "Microsoft.AspNetCore" or "SockJS");
        var seen = new CurrentSpans();
        var url = await ConverseAsync(seen, path);

        var (opening, handling) = await seen.ReadAsync();
        Assert.Equal(("SockJS.Connection", default), (opening!.OperationName, opening.ParentSpanId));
        Assert.Equal(transport, opening.GetTagItem("sockjs.transport"));
        Assert.Equal(_requests[url].Context, Assert.Single(opening.Links).Context);
        Assert.Equal(("SockJS.Message", default), (handling!.OperationName, handling.ParentSpanId));
        Assert.Equal(opening.Context, Assert.Single(handling.Links).Context);
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("xhr_streaming")]
    [InlineData("xhr")]
    [InlineData("eventsource")]
    public async Task Where_nobody_wants_our_spans_no_span_of_a_request_takes_their_place(string path)
    {
        using var listener = Listen(source => source is "Microsoft.AspNetCore");
        var seen = new CurrentSpans();
        await ConverseAsync(seen, path);

        var (opening, handling) = await seen.ReadAsync();
        // Another test may listen to ours meanwhile.
        Assert.True(opening is null or { OperationName: "SockJS.Connection" });
        Assert.True(handling is null or { OperationName: "SockJS.Message" });
    }

    private async Task<string> ConverseAsync(CurrentSpans seen, string path)
    {
        var server = Start(
            services => services.AddSingleton(seen).AddSockJS(OpenToAll),
            app =>
            {
                app.Use(next => http =>
                {
                    if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
                        _requests[http.Request.Path] = activity;
                    return next(http);
                });
                app.MapSockJS<SpanReader>("/spans");
            });
        var url = NewSession("/spans");
        if (path == "websocket")
        {
            var socket = await server.OpenWebSocketAsync($"{url}/{path}");
            await socket.SendAsync("[\"any\"]");
        }
        else
        {
            await server.OpenAsync(new HttpCall(path.StartsWith("xhr", StringComparison.Ordinal) ? "POST" : "GET", $"{url}/{path}"));
            Expect.Status(204, await server.PostAsync($"{url}/xhr_send", "[\"any\"]"));
        }

        return $"{url}/{path.Split('?')[0]}";
    }

    private static ActivityListener Listen(Func<string, bool> isWanted)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => isWanted(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
