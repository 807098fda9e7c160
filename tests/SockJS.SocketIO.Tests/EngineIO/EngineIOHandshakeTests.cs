using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Tests.EngineIO;

public sealed class EngineIOHandshakeTests
{
    [Fact]
    public void A_handshake_shows_the_request()
    {
        var http = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity("test")) };
        http.Request.QueryString = new QueryString("?EIO=4&room=lobby");
        http.Request.Headers["X-Client"] = "one";
        var handshake = new EngineIOHandshake(http);

        Assert.Equal("lobby", handshake.Query["room"]);
        Assert.Equal("one", handshake.Headers["X-Client"]);
        Assert.Same(http.User, handshake.User);
        Assert.Same(http.Response, handshake.HttpContext.Response);
        Assert.False(handshake.IsRefused);
    }

    [Fact]
    public void A_refusal_has_the_general_text_unless_it_says_another()
    {
        var (general, other) = (new EngineIOHandshake(new DefaultHttpContext()), new EngineIOHandshake(new DefaultHttpContext()));
        general.Refuse();
        other.Refuse("No more seats");

        Assert.Equal((true, null), (general.IsRefused, general.Message));
        Assert.Equal((true, "No more seats"), (other.IsRefused, other.Message));
    }

    [Fact]
    public void The_first_refusal_counts()
    {
        var handshake = new EngineIOHandshake(new DefaultHttpContext());
        handshake.Refuse("first");
        handshake.Refuse("second");

        Assert.Equal("first", handshake.Message);
    }
}
