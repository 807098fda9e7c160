using Microsoft.AspNetCore.Http;
using SockJS.Hosting;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class OriginPolicyTests
{
    private const string Server = "https://app.example.com";

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("HTTPS://APP.example.com", true)]
    [InlineData("http://app.example.com", false)]
    [InlineData("https://app.example.com:444", false)]
    [InlineData("https://example.com", false)]
    [InlineData("https://app.example.com.evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("app.example.com", false)]
    [InlineData("null", false)]
    public void By_default_pages_of_the_same_origin_are_allowed(string origin, bool allowed)
        => Assert.Equal(allowed, Policy().Allows(Request(Server, origin)));

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("http://app.example.com", true)]
    public void A_proxy_that_ends_TLS_makes_no_other_origin(string origin, bool allowed)
        => Assert.Equal(allowed, Policy().Allows(Request("http://app.example.com", origin)));

    [Theory]
    [InlineData("https", "example.com:443", "https://example.com", true)]
    [InlineData("http", "example.com:443", "https://example.com", true)]
    [InlineData("https", "example.com:8443", "https://example.com", false)]
    [InlineData("https", "example.com:80", "https://example.com", false)]
    [InlineData("http", "example.com:80", "http://example.com", true)]
    [InlineData("http", "example.com:8080", "http://example.com", false)]
    [InlineData("http", "example.com:443", "http://example.com", false)]
    public void The_port_that_the_scheme_implies_may_stand_in_the_host(string scheme, string host, string origin, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = (scheme, new HostString(host));
        request.Headers.Origin = origin;

        Assert.Equal(allowed, Policy().Allows(request));
    }

    [Theory]
    [InlineData("https://one.example.com", true)]
    [InlineData("https://ONE.example.com", true)]
    [InlineData("https://two.example.com:8443", true)]
    [InlineData("https://three.example.com", true)]
    [InlineData("https://four.example.com", true)]
    [InlineData("https://two.example.com", false)]
    [InlineData("http://one.example.com", false)]
    [InlineData("https://app.example.com", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public void Pages_of_listed_origins_are_allowed_too(string origin, bool allowed)
    {
        var policy = Policy("https://one.example.com", "https://two.example.com:8443", "https://three.example.com/", "https://four.example.com:443");

        Assert.Equal(allowed, policy.Allows(Request(Server, origin)));
    }

    [Fact]
    public void Pages_without_an_origin_of_their_own_can_be_listed()
        => Assert.True(Policy("null").Allows(Request(Server, "null")));

    [Fact]
    public void Two_origins_in_one_request_are_none_that_is_allowed()
    {
        var request = Request(Server, origin: null);
        request.Headers.Origin = new[] { Server, "https://evil.example" };

        Assert.False(Policy().Allows(request));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public void Any_page_is_allowed_where_the_settings_say_so(string? origin)
        => Assert.True(new OriginPolicy(new SockJSOptions { AllowAnyOrigin = true }).Allows(Request(Server, origin, fetchSite: "cross-site")));

    [Theory]
    [InlineData(null, true)]
    [InlineData("none", true)]
    [InlineData("same-origin", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    public void Without_an_origin_a_browser_says_otherwise_where_the_page_is_from(string? fetchSite, bool allowed)
        => Assert.Equal(allowed, Policy("https://one.example.com").Allows(Request(Server, origin: null, fetchSite)));

    [Fact]
    public void The_same_pages_may_frame_the_iframe_page()
    {
        Assert.Equal("frame-ancestors 'self'", Policy().FrameAncestors);
        Assert.Equal(
            "frame-ancestors 'self' https://one.example.com https://two.example.com:8443",
            Policy("https://one.example.com/", "null", "https://two.example.com:8443").FrameAncestors);
        Assert.Null(new OriginPolicy(new SockJSOptions { AllowAnyOrigin = true }).FrameAncestors);
    }

    private static OriginPolicy Policy(params string[] origins)
    {
        var options = new SockJSOptions();
        foreach (var origin in origins)
            options.AllowedOrigins.Add(origin);
        return new OriginPolicy(options);
    }

    private static HttpRequest Request(string server, string? origin, string? fetchSite = null)
    {
        var uri = new Uri(server);
        var request = new DefaultHttpContext().Request;
        request.Scheme = uri.Scheme;
        request.Host = new HostString(uri.Authority);
        if (origin is not null)
            request.Headers.Origin = origin;
        if (fetchSite is not null)
            request.Headers["Sec-Fetch-Site"] = fetchSite;
        return request;
    }
}
