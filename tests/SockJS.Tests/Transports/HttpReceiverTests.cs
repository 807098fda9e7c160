using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;
using SockJS.Tests.Support;
using SockJS.Transports;
using Xunit;

namespace SockJS.Tests.Transports;

public sealed class HttpReceiverTests : IDisposable
{
    private static readonly string s_prelude = new string('h', 2048) + "\n";

    private readonly SessionWorld _world = new(static options => options.MaxSessions = 2);
    private readonly ResponseFake _response = new();

    public void Dispose()
    {
        _world.Dispose();
        _response.Dispose();
    }

    [Fact]
    public async Task A_poll_that_opens_a_session_is_answered_with_the_open_frame()
    {
        await PollAsync(Request("new")).SoonAsync();

        Assert.Equal("o\n", _response.Text);
        Assert.Equal(2, _response.Headers.ContentLength);
        Assert.True(_world.Table.TryFind("new", out _));
    }

    [Fact]
    public async Task A_client_that_breaks_off_ends_its_session()
    {
        using var aborted = new CancellationTokenSource();
        var http = Request("new");
        http.RequestAborted = aborted.Token;
        var streaming = StreamAsync(http);
        Assert.False(streaming.IsCompleted);
        await aborted.CancelAsync();

        await streaming.SoonAsync();
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task A_client_that_is_gone_already_leaves_no_session_behind()
    {
        var http = Request("new");
        http.RequestAborted = new CancellationToken(canceled: true);

        await StreamAsync(http).SoonAsync();

        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task A_session_that_is_open_does_not_mind_a_receiver_that_is_gone_already()
    {
        await PollAsync(Request("key")).SoonAsync();
        var http = Request("key");
        http.RequestAborted = new CancellationToken(canceled: true);

        await StreamAsync(http).SoonAsync();

        Assert.Equal(1, _world.SessionCount);
    }

    [Fact]
    public async Task A_receiver_that_comes_a_little_early_gets_the_place_of_the_one_before()
    {
        var session = Open("key");
        var first = _world.Attach(session);
        var polling = PollAsync(Request("key"));
        Assert.False(polling.IsCompleted);
        session.Lost(first);

        await polling.SoonAsync();
        Assert.Equal("o\n", _response.Text);
    }

    [Fact]
    public async Task A_receiver_beside_another_is_turned_away_after_a_moment()
    {
        var session = Open("key");
        _world.Attach(session);
        var polling = PollAsync(Request("key"));
        _world.Time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(polling.IsCompleted);
        _world.Time.Advance(TimeSpan.FromMilliseconds(1));

        await polling.SoonAsync();
        Assert.Equal("c[2010,\"Another connection still open\"]\n", _response.Text);
        Assert.False(session.IsOver);
    }

    [Fact]
    public async Task One_session_too_many_is_answered_with_503()
    {
        _world.Open();
        _world.Open();
        await StreamAsync(Request("new")).SoonAsync();

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, _response.StatusCode);
        Assert.Equal("", _response.Text);
    }

    [Fact]
    public async Task The_session_of_somebody_else_looks_like_none()
    {
        Open("key");
        var http = Request("key");
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "mallory")], "test"));
        await PollAsync(http).SoonAsync();

        Assert.Equal(StatusCodes.Status404NotFound, _response.StatusCode);
        Assert.Equal("", _response.Text);
    }

    [Fact]
    public async Task A_session_that_ends_while_a_stream_begins_is_replaced_by_a_new_one()
    {
        var ended = Open("key");
        _response.Started = () => _world.Pass(TimeSpan.FromSeconds(5));
        var streaming = StreamAsync(Request("key"));
        Assert.True(_world.Table.TryFind("key", out var session));
        Assert.NotSame(ended, session);
        await session.CloseAsync();

        await streaming.SoonAsync();
        Assert.Equal(s_prelude + "o\nc[1000,\"Normal closure\"]\n", _response.Text);
    }

    [Fact]
    public async Task A_stream_that_has_begun_and_finds_no_session_any_more_says_so()
    {
        Open("key");
        _response.Started = () =>
        {
            _world.Pass(TimeSpan.FromSeconds(5));
            _world.Open();
            _world.Open();
        };

        await StreamAsync(Request("key")).SoonAsync();
        Assert.Equal(s_prelude + "c[1002,\"Connection interrupted\"]\n", _response.Text);
    }

    private SockJSSession Open(string key) => (SockJSSession)_world.Table.Open(key, SockJSTransports.XhrStreaming, SessionWorld.Nobody, SessionWorld.Client)!;

    private DefaultHttpContext Request(string key)
    {
        var http = _response.Request();
        http.Request.Path = $"/test/000/{key}/xhr";
        http.Request.RouteValues["server"] = "000";
        http.Request.RouteValues["session"] = key;
        return http;
    }

    private Task PollAsync(HttpContext http) => HttpReceiver.RunAsync(http, _world.Table, SockJSTransports.XhrPolling, XhrFormat.Polling);

    private Task StreamAsync(HttpContext http) => HttpReceiver.RunAsync(http, _world.Table, SockJSTransports.XhrStreaming, XhrFormat.Streaming, limit: 1000);
}
