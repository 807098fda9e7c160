using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class RepairPrefixCodeFixTests
{
    private readonly CodeFixTest _fix = new(new RepairPrefixCodeFix());

    [Theory]
    [InlineData("chat")]
    [InlineData("/chat/")]
    [InlineData("//chat//")]
    [InlineData("chat/")]
    public async Task Slashes_are_added_and_removed(string prefix)
        => Assert.Equal("Change the prefix to '/chat'", await _fix.VerifyAsync(
            $$"""[SockJSEndpoint(prefix: "{{prefix}}" /* why */)] partial class A { [OnMessage] void M() { } }""",
            """[SockJSEndpoint(prefix: "/chat" /* why */)] partial class A { [OnMessage] void M() { } }"""));

    [Theory]
    [InlineData("\"/\"")]
    [InlineData("\"\"")]
    [InlineData("\"/a b\"")]
    [InlineData("\"chat/{id}\"")]
    [InlineData("Prefixes.Chat")]
    [InlineData("\"ch\" + \"at\"")]
    public async Task What_takes_thought_is_left_to_the_user(string prefix)
        => await _fix.VerifyNoFixAsync(
            $$"""
            static class Prefixes { public const string Chat = "chat"; }
            [SockJSEndpoint({{prefix}})] partial class A { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task All_prefixes_of_a_document_are_mended_at_once()
        => await _fix.VerifyFixAllAsync(
            """
            [SockJSEndpoint("a")] partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint(@"/b//c/")] partial class B { [OnMessage] void M() { } }
            """,
            """
            [SockJSEndpoint("/a")] partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint("/b/c")] partial class B { [OnMessage] void M() { } }
            """);
}
