using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Tests.EngineIO;

public sealed class EngineIOCookieOptionsTests
{
    [Fact]
    public void A_cookie_is_what_the_reference_server_sets()
    {
        var attributes = new EngineIOCookieOptions().AttributesFor(Request("http"));

        Assert.Equal("io=value; path=/; samesite=lax; httponly", attributes.CreateCookieHeader("io", "value").ToString());
    }

    [Fact]
    public void A_cookie_has_the_attributes_that_were_set()
    {
        var options = new EngineIOCookieOptions { Path = "/app", Domain = "example.com", HttpOnly = false, SameSite = SameSiteMode.None, SecurePolicy = CookieSecurePolicy.Always };

        Assert.Equal("io=value; domain=example.com; path=/app; secure; samesite=none", options.AttributesFor(Request("http")).CreateCookieHeader("io", "value").ToString());
    }

    [Theory]
    [InlineData(CookieSecurePolicy.SameAsRequest, "http", false)]
    [InlineData(CookieSecurePolicy.SameAsRequest, "https", true)]
    [InlineData(CookieSecurePolicy.Always, "http", true)]
    [InlineData(CookieSecurePolicy.None, "https", false)]
    public void A_cookie_is_for_HTTPS_only_where_the_policy_says_so(CookieSecurePolicy policy, string scheme, bool isSecure)
        => Assert.Equal(isSecure, new EngineIOCookieOptions { SecurePolicy = policy }.AttributesFor(Request(scheme)).Secure);

    private static HttpRequest Request(string scheme) => new DefaultHttpContext { Request = { Scheme = scheme } }.Request;
}
