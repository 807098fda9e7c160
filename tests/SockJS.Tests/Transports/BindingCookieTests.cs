using Microsoft.AspNetCore.Http;
using SockJS.Transports;
using Xunit;

namespace SockJS.Tests.Transports;

public sealed class BindingCookieTests
{
    private const string Value = "0123456789ABCDEF0123456789ABCDEF";

    private readonly SockJSOptions _options = new();

    [Fact]
    public void A_client_without_the_cookie_gets_a_random_one_for_the_endpoint_that_scripts_cannot_read()
    {
        var (value, cookie) = Ensure(Request());

        Assert.Matches("^[0-9A-F]{32}$", value);
        Assert.Equal($"SockJSBinding={value}; path=/base/chat; samesite=lax; httponly", cookie);
        Assert.NotEqual(value, Ensure(Request()).Value);
    }

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("")]
    public void Over_https_the_cookie_is_secure(string origin)
        => Assert.Matches("; path=/base/chat; secure; samesite=lax; httponly$", Ensure(Request("https", origin)).Cookie);

    [Theory]
    [InlineData("https", "https://partner.example", "")]
    [InlineData("https", "https://partner.example", "cross-site")]
    [InlineData("https", "null", "cross-site")]
    // The server is behind a proxy that ends TLS.
    [InlineData("http", "https://partner.example", "")]
    public void A_page_of_another_site_gets_one_that_browsers_send_back_from_there(string scheme, string origin, string site)
        => Assert.Matches("; secure; samesite=none; httponly; Partitioned$", Ensure(Request(scheme, origin, site)).Cookie);

    [Theory]
    [InlineData("https", "https://app.example.com", "same-origin")]
    [InlineData("https", "https://other.example.com", "same-site")]
    [InlineData("http", "http://partner.example", "")]
    public void Others_get_one_that_no_foreign_page_can_make_use_of(string scheme, string origin, string site)
        => Assert.Contains("; samesite=lax; httponly", Ensure(Request(scheme, origin, site)).Cookie, StringComparison.Ordinal);

    [Fact]
    public void The_iframe_page_is_in_a_page_of_another_site_though_its_requests_do_not_say_so()
    {
        _options.Transports = SockJSTransports.All;

        Assert.EndsWith("Partitioned", Ensure(Request("https", "https://app.example.com", "same-origin")).Cookie, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_keeps_its_cookie()
    {
        var http = Request();
        http.Request.Headers.Cookie = $"a=1; SockJSBinding={Value}";

        Assert.Equal(Value, BindingCookie.Find(http));
        Assert.Equal((Value, ""), Ensure(http));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789ABCDEF%20123456789ABCDEF")]
    public void A_value_that_the_library_did_not_make_is_replaced(string value)
    {
        var http = Request();
        http.Request.Headers.Cookie = $"SockJSBinding={value}";
        Assert.Null(BindingCookie.Find(http));

        Assert.Matches("^[0-9A-F]{32}$", Ensure(http).Value);
    }

    [Fact]
    public void An_answer_sets_one_cookie_however_often_it_is_asked_for()
    {
        var http = Request();
        var (first, cookie) = Ensure(http);

        Assert.Equal((first, cookie), Ensure(http));
        Assert.Equal(first, BindingCookie.Find(http));
    }

    [Theory]
    [InlineData("/t/ü/000/s/xhr", "/base/t/%C3%BC")]
    [InlineData("/t/a b/000/s/xhr", "/base/t/a%20b")]
    [InlineData("/t/x;Domain=example.com/000/s/xhr", "/")]
    [InlineData("/000/s/xhr", "/base")]
    public void The_path_is_that_of_the_endpoint_as_browsers_spell_it(string path, string expected)
    {
        var http = Request();
        http.Request.Path = path;

        Assert.Contains($"; path={expected}; ", Ensure(http).Cookie, StringComparison.Ordinal);
    }

    private (string Value, string Cookie) Ensure(HttpContext http)
        => (BindingCookie.Ensure(http, _options), http.Response.Headers.SetCookie.ToString());

    private static DefaultHttpContext Request(string scheme = "http", string origin = "", string site = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;
        http.Request.Host = new HostString("app.example.com");
        http.Request.PathBase = "/base";
        http.Request.Path = "/chat/000/s/xhr";
        http.Request.RouteValues["server"] = "000";
        http.Request.RouteValues["session"] = "s";
        http.Request.Headers.Origin = origin;
        http.Request.Headers["Sec-Fetch-Site"] = site;
        return http;
    }
}
