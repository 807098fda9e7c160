using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Tests.Support;
using SockJS.Transports;
using Xunit;

namespace SockJS.Tests.Transports;

public sealed class AdmissionTests : IDisposable
{
    private static readonly string s_prelude = new string('h', 2048) + "\n";

    private readonly RecordingManager _manager = new();
    private readonly SessionWorld _world;
    private readonly List<ResponseFake> _responses = [];

    public AdmissionTests() => _world = new SessionWorld(
        static options => (options.MaxSessions, options.MaxSessionsPerUser) = (2, 1),
        manager: _manager);

    public void Dispose()
    {
        _world.Dispose();
        foreach (var response in _responses)
            response.Dispose();
    }

    [Fact]
    public async Task Whoever_opens_a_session_is_asked_for_and_whoever_joins_is_not()
    {
        SockJSAdmissionContext? asked = null;
        _manager.Admitting = context =>
        {
            asked = context;
            Assert.Equal(0, _manager.Count);
            return new(SockJSAdmission.Accept);
        };
        var http = Request("key", out var response);
        await PollAsync(http).SoonAsync();
        Assert.Equal("o\n", response.Text);
        Assert.Same(http, asked!.HttpContext);
        Assert.Equal(SockJSTransports.XhrPolling, asked.Transport);
        Assert.True(_world.Table.TryFind("key", out var session));
        await session.CloseAsync();

        await PollAsync(Request("key", out _)).SoonAsync();
        Assert.Equal(1, _manager.Asked);
    }

    [Fact]
    public async Task Requests_with_the_id_of_a_session_that_is_decided_on_wait_for_it()
    {
        var decision = new TaskCompletionSource<SockJSAdmission>();
        _manager.Admitting = _ => new(decision.Task);
        var first = PollAsync(Request("key", out var one));
        var second = PollAsync(Request("key", out var other));
        Assert.False(first.IsCompleted || second.IsCompleted);
        Assert.Equal((0, 1, 1), (_manager.Count, _world.Table.Limits.Taken, _world.Table.Claims.Count));

        decision.SetResult(SockJSAdmission.Accept);
        await Eventually.TrueAsync(() => one.Text.Length > 0 || other.Text.Length > 0);
        Assert.Equal((1, 1, 0), (_manager.Count, _manager.Asked, _world.Table.Claims.Count));
        Assert.True(_world.Table.TryFind("key", out var session));
        await session.CloseAsync();
        await Task.WhenAll(first, second).SoonAsync();
        Assert.Equal(["c[1000,\"Normal closure\"]\n", "o\n"], ((string[])[one.Text, other.Text]).Order());
    }

    [Fact]
    public async Task Whoever_waits_behind_a_refusal_is_decided_on_anew()
    {
        var decision = new TaskCompletionSource<SockJSAdmission>();
        _manager.Admitting = _ => _manager.Asked == 1 ? new(decision.Task) : new(SockJSAdmission.Accept);
        var first = PollAsync(Request("key", out var one));
        var second = PollAsync(Request("key", out var other));
        decision.SetResult(SockJSAdmission.Refuse(4001, "Banned"));

        await Task.WhenAll(first, second).SoonAsync();
        Assert.Equal(("c[4001,\"Banned\"]\n", "o\n"), (one.Text, other.Text));
        Assert.Equal((1, 1, 0), (_manager.Count, _world.Table.Limits.Taken, _world.Table.Claims.Count));
    }

    [Fact]
    public async Task Whoever_waits_and_goes_leaves_nothing_behind()
    {
        var decision = new TaskCompletionSource<SockJSAdmission>();
        using var aborted = new CancellationTokenSource();
        _manager.Admitting = context => new(decision.Task.WaitAsync(context.CancellationToken));
        var (http, behind) = (Request("key", out _), Request("key", out _));
        http.RequestAborted = behind.RequestAborted = aborted.Token;
        var (first, second) = (PollAsync(http), PollAsync(behind));
        await aborted.CancelAsync();

        await Task.WhenAll(first, second).SoonAsync();
        Assert.Equal((0, 0, 0), (_manager.Count, _world.Table.Limits.Taken, _world.Table.Claims.Count));
        Assert.Equal(0, _world.Metrics.Sum("sockjs.server.refused_sessions"));
    }

    [Fact]
    public async Task Decisions_count_against_the_limits()
    {
        var decision = new TaskCompletionSource<SockJSAdmission>();
        _manager.Admitting = _ => new(decision.Task);
        var polls = new[] { PollAsync(Request("1", out _)), PollAsync(Request("2", out _)) };
        await PollAsync(Request("3", out var third)).SoonAsync();
        Assert.Equal((503, 2), (third.StatusCode, _manager.Asked));

        decision.SetResult(SockJSAdmission.Refuse(4001, "Banned"));
        await Task.WhenAll(polls).SoonAsync();
        Assert.Equal((0, 0), (_manager.Count, _world.Table.Limits.Taken));
        Assert.Empty(_manager.Known);
    }

    [Fact]
    public async Task A_refusal_is_the_first_frame_and_makes_no_session()
    {
        _manager.Admitting = static _ => new(SockJSAdmission.Refuse(4001, "Banned"));
        await StreamAsync(Request("key", out var response)).SoonAsync();

        Assert.Equal(s_prelude + "c[4001,\"Banned\"]\n", response.Text);
        Assert.Empty(_manager.Known);
        Assert.Equal("sockjs.endpoint=/test, sockjs.refusal.reason=manager", Assert.Single(_world.Metrics.Of("sockjs.server.refused_sessions")).TagText);
    }

    [Fact]
    public async Task A_failure_is_answered_with_500_and_logged()
    {
        _world.Log.Expect("SessionAdmissionFailed");
        _manager.Admitting = static _ => throw new InvalidOperationException("No database");
        await PollAsync(Request("key", out var response)).SoonAsync();

        Assert.Equal((500, ""), (response.StatusCode, response.Text));
        Assert.Equal("No database", Assert.Single(_world.Log.Errors).Exception!.Message);
        Assert.Equal((0, 0, 0), (_manager.Count, _world.Table.Limits.Taken, _world.Table.Claims.Count));
        Assert.Equal(1, _world.Metrics.Sum("sockjs.server.refused_sessions"));
    }

    [Fact]
    public async Task A_session_that_is_admitted_while_the_endpoint_is_drained_is_refused()
    {
        var decision = new TaskCompletionSource<SockJSAdmission>();
        _manager.Admitting = _ => new(decision.Task);
        var polling = PollAsync(Request("key", out var response));
        await _manager.DrainAsync().SoonAsync();
        decision.SetResult(SockJSAdmission.Accept);

        await polling.SoonAsync();
        Assert.Equal(503, response.StatusCode);
        Assert.Equal((0, 0), (_manager.Count, _world.Table.Limits.Taken));
    }

    [Fact]
    public async Task Who_is_known_only_after_the_decision_counts_for_who_it_is()
    {
        _manager.Admitting = static context =>
        {
            context.HttpContext.User = SessionWorld.Named("ann");
            return new(SockJSAdmission.Accept);
        };
        var opening = await SessionAccess.OpenAsync(Request("1", out _), _world.Table, SockJSTransports.WebSocket);
        Assert.Equal("ann", opening.Session!.UserId);

        Assert.Null((await SessionAccess.OpenAsync(Request("2", out var second), _world.Table, SockJSTransports.WebSocket)).Session);
        Assert.Equal((429, "5"), (second.StatusCode, second.Headers.RetryAfter.ToString()));
        Assert.Equal((1, 1), (_manager.Count, _world.Table.Limits.Taken));
    }

    [Fact]
    public async Task A_stream_that_has_begun_and_is_refused_anew_says_so()
    {
        await PollAsync(Request("key", out _)).SoonAsync();
        _manager.Admitting = static _ => new(SockJSAdmission.Refuse(4001, "Banned"));
        var http = Request("key", out var response);
        response.Started = () => _world.Pass(TimeSpan.FromSeconds(5));

        await StreamAsync(http).SoonAsync();
        Assert.Equal(s_prelude + "c[4001,\"Banned\"]\n", response.Text);
    }

    [Fact]
    public async Task Of_many_that_race_for_one_id_one_is_asked_for_and_all_get_its_session()
    {
        var round = 0;
        _manager.Admitting = static async _ =>
        {
            await Task.Yield();
            return SockJSAdmission.Accept;
        };
        await Race.RepeatAsync(async () =>
        {
            var (key, asked) = ($"race{round++}", _manager.Asked);
            var requests = Enumerable.Range(0, 4).Select(_ => Request(key, out var _)).ToArray();
            var openings = await Race.TogetherAsync(4, thread => SessionAccess.FindOrOpenAsync(requests[thread], _world.Table, SockJSTransports.XhrPolling).AsTask());

            var session = Assert.Single(openings.Select(static opening => opening.Session).Distinct())!;
            Assert.Equal((1, 1), (_manager.Count, _manager.Asked - asked));
            _manager.Expire(session);
        });
        Assert.Equal((0, 0, 0), (_manager.Count, _world.Table.Limits.Taken, _world.Table.Claims.Count));
    }

    private Task PollAsync(HttpContext http) => HttpReceiver.RunAsync(http, _world.Table, SockJSTransports.XhrPolling, XhrFormat.Polling);

    private Task StreamAsync(HttpContext http) => HttpReceiver.RunAsync(http, _world.Table, SockJSTransports.XhrStreaming, XhrFormat.Streaming, limit: 1000);

    private DefaultHttpContext Request(string key, out ResponseFake response)
    {
        _responses.Add(response = new ResponseFake());
        var http = response.Request();
        http.Request.Path = $"/test/000/{key}/xhr";
        http.Request.RouteValues["server"] = "000";
        http.Request.RouteValues["session"] = key;
        return http;
    }
}
