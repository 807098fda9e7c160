using System.Security.Claims;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionUserTests
{
    [Fact]
    public void Who_is_not_authenticated_is_nobody()
    {
        Assert.Null(SessionUser.IdOf(new ClaimsPrincipal()));
        Assert.Null(SessionUser.IdOf(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "1")]))));
    }

    [Theory]
    [InlineData("id", ClaimTypes.Name, "name", ClaimTypes.NameIdentifier, "id", "sub", "subject")]
    [InlineData("subject", ClaimTypes.Name, "name", "sub", "subject")]
    [InlineData("name", ClaimTypes.Name, "name")]
    [InlineData("")]
    public void The_most_stable_name_there_is_counts(string id, params string[] claims)
        => Assert.Equal(id, SessionUser.IdOf(User(claims)));

    [Fact]
    public void A_session_knows_who_opened_it_whoever_comes_later()
    {
        using var world = new SessionWorld();
        var session = (SockJSSession)world.Table.Open("key", SockJSTransports.XhrPolling, User("sub", "alice"), SessionWorld.Client)!;
        session.Attach(world.Sink(), User("sub", "bob"), out _);

        Assert.Equal("alice", session.UserId);
    }

    [Fact]
    public void A_user_without_a_name_owns_sessions_and_has_no_id()
    {
        using var world = new SessionWorld();
        var session = (SockJSSession)world.Table.Open("key", SockJSTransports.XhrPolling, User(), SessionWorld.Client)!;

        Assert.Null(session.UserId);
        Assert.True(session.Answers(User(), proof: null));
        Assert.False(session.Answers(new ClaimsPrincipal(), proof: null));
    }

    private static ClaimsPrincipal User(params string[] claims)
        => new(new ClaimsIdentity(claims.Chunk(2).Select(static pair => new Claim(pair[0], pair[1])), "test"));
}
