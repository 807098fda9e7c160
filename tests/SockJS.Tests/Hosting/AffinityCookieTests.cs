using Microsoft.AspNetCore.Http;
using SockJS.Hosting;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class AffinityCookieTests
{
    [Fact]
    public void There_is_no_cookie_by_default()
        => Assert.Empty(SetCookie(new SockJSOptions(), "JSESSIONID=mine"));

    [Theory]
    [InlineData(null, "dummy")]
    [InlineData("other=1", "dummy")]
    [InlineData("XJSESSIONID=1; jsessionid=2", "dummy")]
    [InlineData("JSESSIONID=mine", "mine")]
    [InlineData("other=1; JSESSIONID=mine; more=2", "mine")]
    [InlineData("other=1;JSESSIONID=a%20b%2F=c", "a%20b%2F=c")]
    [InlineData("JSESSIONID=first; JSESSIONID=second", "first")]
    [InlineData("JSESSIONID=", "")]
    [InlineData("JSESSIONID=\u00E9", "dummy")]
    public void The_value_of_the_client_comes_back_as_it_was(string? cookies, string value)
        => Assert.Equal($"JSESSIONID={value}; path=/", SetCookie(Options(), cookies));

    [Fact]
    public void A_client_without_one_gets_the_value_of_the_application()
    {
        var options = Options();
        options.CookieValue = static http => http.Request.Host.Value!;

        Assert.Equal("JSESSIONID=example.com; path=/", SetCookie(options, null));
        Assert.Equal("JSESSIONID=mine; path=/", SetCookie(options, "JSESSIONID=mine"));
    }

    [Fact]
    public void Other_cookies_of_the_response_stay()
    {
        var http = new DefaultHttpContext();
        http.Response.Headers.SetCookie = "other=1";
        AffinityCookie.Set(http, Options());

        Assert.Equal("other=1,JSESSIONID=dummy; path=/", http.Response.Headers.SetCookie.ToString());
    }

    private static SockJSOptions Options() => new() { CookieMode = SockJSCookieMode.JSessionId };

    private static string SetCookie(SockJSOptions options, string? cookies)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("example.com");
        http.Request.Headers.Cookie = cookies;
        AffinityCookie.Set(http, options);
        return http.Response.Headers.SetCookie.ToString();
    }
}
