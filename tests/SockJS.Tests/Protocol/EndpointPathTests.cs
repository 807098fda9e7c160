using Microsoft.AspNetCore.Routing.Patterns;
using SockJS.Protocol;
using Xunit;

namespace SockJS.Tests.Protocol;

public sealed class EndpointPathTests
{
    [Theory]
    [InlineData("/a")]
    [InlineData("/chat")]
    [InlineData("/Api/v1.0/chat")]
    [InlineData("/disabled_websocket_echo")]
    [InlineData("/-._~!$&'()+,;=:@")]
    [InlineData("/...")]
    [InlineData("/.well-known/chat")]
    public void A_plain_path_is_a_prefix_and_a_literal_to_routing(string prefix)
    {
        Assert.Null(EndpointPath.FindProblem(prefix));
        Assert.All(RoutePatternFactory.Parse(prefix).PathSegments, segment => Assert.True(segment.IsSimple && segment.Parts[0].IsLiteral));
    }

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData("chat", "does not start with a slash")]
    [InlineData("~/chat", "does not start with a slash")]
    [InlineData("/", "would claim every URL of the site")]
    [InlineData("//", "ends in a slash")]
    [InlineData("/chat/", "ends in a slash")]
    [InlineData("//chat", "contains an empty segment")]
    [InlineData("/a//b", "contains an empty segment")]
    [InlineData("/./a", "contains the segment '.', which clients remove")]
    [InlineData("/a/..", "contains the segment '..', which clients remove")]
    [InlineData("/a/{id}", "contains a route parameter")]
    [InlineData("/a}", "contains a route parameter")]
    [InlineData("/a/*", "contains a wildcard")]
    [InlineData("/a?b", "contains a query string")]
    [InlineData("/a#b", "contains a fragment")]
    [InlineData("/a\\b", "contains a backslash")]
    [InlineData("/a%2Fb", "contains an escape sequence")]
    [InlineData("/a b", "contains a space")]
    [InlineData("/a[b]", "contains the character '[', which a URL must escape")]
    [InlineData("/ä", "contains the character 'ä', which a URL must escape")]
    [InlineData("/a\n", "contains the character U+000A, which a URL must escape")]
    [InlineData("/\ud83d\ude00", "contains the character U+D83D, which a URL must escape")]
    public void Any_other_text_is_refused_for_its_first_fault(string? prefix, string fault) => Assert.Equal(fault, EndpointPath.FindProblem(prefix));

    [Theory]
    [InlineData("/chat/info", "/chat/info")]
    [InlineData("/chat/INFO/a", "/chat/info")]
    [InlineData("/CHAT/websocket", "/chat/websocket")]
    [InlineData("/chat/iframe.html", "/chat/iframe.html")]
    [InlineData("/chat/iframe-1.6.1.html/a", "/chat/iframe-1.6.1.html")]
    [InlineData("/chat/123", "/chat/123/<session>/<transport>")]
    [InlineData("/chat/000/a", "/chat/000/<session>/<transport>")]
    [InlineData("/chat/a/b/xhr", "/chat/<server>/<session>/xhr")]
    [InlineData("/chat/a/b/xhr_streaming", "/chat/<server>/<session>/xhr_streaming")]
    [InlineData("/chat/a/b/xhr_send", "/chat/<server>/<session>/xhr_send")]
    [InlineData("/chat/a/b/eventsource", "/chat/<server>/<session>/eventsource")]
    [InlineData("/chat/a/b/htmlfile", "/chat/<server>/<session>/htmlfile")]
    [InlineData("/chat/a/b/jsonp", "/chat/<server>/<session>/jsonp")]
    [InlineData("/chat/a/b/jsonp_send/c", "/chat/<server>/<session>/jsonp_send")]
    [InlineData("/chat/a/b/websocket", "/chat/<server>/<session>/websocket")]
    public void URLs_of_an_endpoint_are_reserved(string inner, string url) => Assert.Equal(url, EndpointPath.FindReserved("/chat", inner));

    [Theory]
    [InlineData("/chat")]
    [InlineData("/chat/a")]
    [InlineData("/chat/a/b")]
    [InlineData("/chat/a/b/c")]
    [InlineData("/chat/a/info")]
    [InlineData("/chat/12")]
    [InlineData("/chat/1234")]
    [InlineData("/chat/12a")]
    [InlineData("/chat/iframe")]
    [InlineData("/chat/iframe.htm")]
    [InlineData("/chatter/info")]
    [InlineData("/chatinfo")]
    [InlineData("/info")]
    [InlineData("/c")]
    public void Other_paths_are_free(string inner) => Assert.Null(EndpointPath.FindReserved("/chat", inner));
}
