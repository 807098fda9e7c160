using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SockJS.Sessions;
using SockJS.Tests.Support;
using SockJS.Transports;
using Xunit;

namespace SockJS.Tests.Transports;

public sealed class SessionAccessTests
{
    [Fact]
    public void A_session_with_a_secret_answers_those_who_know_it()
    {
        using var world = WithSecret();
        var session = Open(world, Request("secret"));
        Assert.NotNull(session);

        Assert.Same(session, Open(world, Request("secret")));
        Assert.Same(session, SessionAccess.Find(Request("secret"), world.Table));
        foreach (var other in (string?[])["Secret", "secret ", "", null, "secre"])
        {
            var http = Request(other);
            Assert.Null(Open(world, http));
            Assert.Equal(StatusCodes.Status404NotFound, http.Response.StatusCode);
            Assert.Null(SessionAccess.Find(Request(other), world.Table));
        }
    }

    [Fact]
    public void No_secret_is_another_than_an_empty_one()
    {
        using var world = WithSecret();
        var session = Open(world, Request(secret: null));

        Assert.Same(session, SessionAccess.Find(Request(secret: null), world.Table));
        Assert.Null(SessionAccess.Find(Request(""), world.Table));
    }

    [Fact]
    public void A_secret_beyond_all_bounds_opens_nothing()
    {
        using var world = WithSecret();

        Assert.NotNull(Open(world, Request(new string('x', 8192), "first")));
        Assert.Null(Open(world, Request(new string('x', 8193), "second")));
        Assert.Equal(1, world.SessionCount);
    }

    [Fact]
    public void A_session_with_a_cookie_answers_the_browser_that_has_it()
    {
        using var world = new SessionWorld(static options => options.SessionBinding = SockJSSessionBinding.UserAndCookie);
        var http = Request();
        var session = Open(world, http);
        var cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];
        Assert.Same(session, SessionAccess.Find(WithCookie(cookie), world.Table));

        Assert.Null(SessionAccess.Find(Request(), world.Table));
        Assert.Null(SessionAccess.Find(WithCookie("SockJSBinding=" + new string('0', 32)), world.Table));
        var stranger = Request();
        Assert.Null(Open(world, stranger));
        Assert.Equal(StatusCodes.Status404NotFound, stranger.Response.StatusCode);
        Assert.Equal(0, stranger.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void A_cookie_and_a_secret_are_both_asked_for()
    {
        using var world = WithSecret(static options => options.SessionBinding = SockJSSessionBinding.UserAndCookie);
        var http = Request("secret");
        var session = Open(world, http);
        var cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.Same(session, SessionAccess.Find(WithCookie(cookie, "secret"), world.Table));
        Assert.Null(SessionAccess.Find(WithCookie(cookie, "other"), world.Table));
        Assert.Null(SessionAccess.Find(Request("secret"), world.Table));
    }

    [Fact]
    public void The_user_of_a_connection_is_that_of_its_newest_request()
    {
        using var world = new SessionWorld();
        var session = Open(world, As("alice", "first"))!;
        Assert.Equal("first", session.User.FindFirstValue("token"));
        SessionAccess.Find(As("alice", "second"), world.Table);
        Assert.Equal("second", session.User.FindFirstValue("token"));
        Open(world, As("alice", "third"));
        Assert.Equal("third", session.User.FindFirstValue("token"));

        SessionAccess.Find(As("mallory", "stolen"), world.Table);
        Open(world, As("mallory", "stolen"));
        SessionAccess.Find(Request(), world.Table);
        Assert.Equal("third", session.User.FindFirstValue("token"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_end_of_a_ticket_is_heeded_where_the_options_say_so(bool closes)
    {
        using var world = new SessionWorld(options => options.CloseOnAuthenticationExpiration = closes);
        var session = Open(world, Expiring(world, TimeSpan.FromSeconds(1)))!;
        world.Attach(session);
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(closes, session.Closed.IsCancellationRequested);
    }

    [Fact]
    public void A_sender_prolongs_the_life_of_a_session()
    {
        using var world = new SessionWorld(static options => options.CloseOnAuthenticationExpiration = true);
        var session = Open(world, Expiring(world, TimeSpan.FromSeconds(1)))!;
        world.Attach(session);
        SessionAccess.Find(Expiring(world, TimeSpan.FromSeconds(10)), world.Table);
        world.Pass(TimeSpan.FromSeconds(9));
        Assert.False(session.Closed.IsCancellationRequested);

        world.Pass(TimeSpan.FromSeconds(1));
        Assert.True(session.Closed.IsCancellationRequested);
    }

    private static DefaultHttpContext Expiring(SessionWorld world, TimeSpan span)
    {
        var http = As("alice", "token");
        var properties = new AuthenticationProperties { ExpiresUtc = world.Time.GetUtcNow() + span };
        http.Features.Set<IAuthenticateResultFeature>(new TicketFeature(AuthenticateResult.Success(new AuthenticationTicket(http.User, properties, "test"))));
        return http;
    }

    private static SessionWorld WithSecret(Action<SockJSOptions>? configure = null) => new(options =>
    {
        options.SessionSecret = static http => http.Request.Query.TryGetValue("ticket", out var ticket) ? ticket.ToString() : null;
        configure?.Invoke(options);
    });

    private static Session? Open(SessionWorld world, HttpContext http)
    {
        var opening = SessionAccess.FindOrOpenAsync(http, world.Table, SockJSTransports.XhrPolling);
        return opening.IsCompletedSuccessfully ? opening.Result.Session : throw new InvalidOperationException("There is nothing to wait for without a session manager.");
    }

    private static DefaultHttpContext As(string user, string token)
    {
        var http = Request();
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user), new Claim("token", token)], "test"));
        return http;
    }

    private static DefaultHttpContext WithCookie(string cookie, string? secret = null)
    {
        var http = Request(secret);
        http.Request.Headers.Cookie = cookie;
        return http;
    }

    private static DefaultHttpContext Request(string? secret = null, string session = "s")
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("app.example.com");
        http.Request.Path = $"/chat/000/{session}/xhr";
        http.Request.QueryString = secret is null ? default : QueryString.Create("ticket", secret);
        http.Request.RouteValues["server"] = "000";
        http.Request.RouteValues["session"] = session;
        return http;
    }

    private sealed class TicketFeature(AuthenticateResult result) : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; } = result;
    }
}
