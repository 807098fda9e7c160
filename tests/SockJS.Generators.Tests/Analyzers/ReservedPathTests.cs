using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class ReservedPathTests
{
    [Theory]
    [InlineData("/chat/info", "/chat/info")]
    [InlineData("/chat/websocket/x", "/chat/websocket")]
    [InlineData("/chat/iframe.html", "/chat/iframe.html")]
    [InlineData("/chat/iframe-1.6.1.html", "/chat/iframe-1.6.1.html")]
    [InlineData("/chat/a/b/xhr", "/chat/<server>/<session>/xhr")]
    [InlineData("/chat/a/b/websocket/c", "/chat/<server>/<session>/websocket")]
    [InlineData("/chat/123", "/chat/123/<session>/<transport>")]
    [InlineData("/Chat/Info", "/chat/info")]
    public async Task A_prefix_on_or_below_a_URL_of_another_endpoint_is_reported(string prefix, string url)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""
            [SockJSEndpoint({|SOCKJS003:"{{prefix}}"|})] public partial class Inner { [OnMessage] void M() { } }
            [SockJSEndpoint("/chat")] public partial class Outer { [OnMessage] void M() { } }
            """);

        Assert.Equal($"The prefix '{prefix}' of 'Inner' takes '{url}', a URL of 'Outer'", Assert.Single(messages));
    }

    [Theory]
    [InlineData("/chat/rooms")]
    [InlineData("/chat/a/b")]
    [InlineData("/chat/a/b/c")]
    [InlineData("/chat/1234")]
    [InlineData("/chat/12a")]
    [InlineData("/chat/iframe")]
    [InlineData("/chat/information")]
    [InlineData("/chatinfo")]
    [InlineData("/info")]
    public async Task Other_prefixes_are_fine(string prefix)
        => await AnalyzerTest.VerifyAsync(
            $$"""
            [SockJSEndpoint("{{prefix}}")] public partial class Inner { [OnMessage] void M() { } }
            [SockJSEndpoint("/chat")] public partial class Outer { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/chat")] public partial class Outer { [OnMessage] void M() { } }
            #pragma warning disable SOCKJS003
            [SockJSEndpoint("/chat/info")] public partial class Inner { [OnMessage] void M() { } }
            """);
}
