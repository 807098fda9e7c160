using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidPrefixTests
{
    [Theory]
    [InlineData("chat", "does not start with a slash")]
    [InlineData("", "is empty")]
    [InlineData("/", "would claim every URL of the site")]
    [InlineData("/chat/", "ends in a slash")]
    [InlineData("/chat//room", "contains an empty segment")]
    [InlineData("/chat/./room", "contains the segment '.', which clients remove")]
    [InlineData("/chat/..", "contains the segment '..', which clients remove")]
    [InlineData("/chat/{room}", "contains a route parameter")]
    [InlineData("/chat/*", "contains a wildcard")]
    [InlineData("/chat?x=1", "contains a query string")]
    [InlineData("/chat#x", "contains a fragment")]
    [InlineData("/chat%20room", "contains an escape sequence")]
    [InlineData("/chat room", "contains a space")]
    [InlineData("/chät", "contains the character 'ä', which a URL must escape")]
    public async Task A_prefix_that_is_no_plain_path_is_reported_with_its_fault(string prefix, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint({|SOCKJS001:"{{prefix}}"|})] public partial class A { [OnMessage] void M() { } }""");

        Assert.Equal($"The prefix '{prefix}' {fault}", Assert.Single(messages));
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("/Api/v1.0/chat_room-2~x")]
    public async Task A_plain_path_is_fine(string prefix)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("{{prefix}}")] public partial class A { [OnMessage] void M() { } }""");

    [Fact]
    public async Task The_argument_is_marked_even_if_it_is_a_constant_or_named()
        => await AnalyzerTest.VerifyAsync(
            """
            public static class Prefixes { public const string Chat = "chat"; }
            [SockJSEndpoint(prefix: {|SOCKJS001:Prefixes.Chat|})] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint({|SOCKJS001:null!|})] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task Nobody_can_switch_the_error_off()
        => await AnalyzerTest.VerifyAsync(
            """
            #pragma warning disable SOCKJS001
            [SockJSEndpoint({|SOCKJS001:"chat"|})] public partial class A { [OnMessage] void M() { } }
            """);
}
