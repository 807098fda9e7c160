using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class AddPartialCodeFixTests
{
    private readonly CodeFixTest _fix = new(new AddPartialCodeFix());

    [Fact]
    public async Task Partial_comes_after_the_other_modifiers()
        => Assert.Equal("Make it partial", await _fix.VerifyAsync(
            """
            // A comment.
            [SockJSEndpoint("/a")]
            public sealed class A { [OnMessage] void M() { } }
            """,
            """
            // A comment.
            [SockJSEndpoint("/a")]
            public sealed partial class A { [OnMessage] void M() { } }
            """));

    [Fact]
    public async Task A_type_without_modifiers_keeps_its_comment_and_indentation()
        => await _fix.VerifyAsync(
            """
            /// <summary>A comment.</summary>
            partial interface IOuter
            {
                // Another.
                interface IMiddle
                {
                    [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }
                }
            }
            """,
            """
            /// <summary>A comment.</summary>
            partial interface IOuter
            {
                // Another.
                partial interface IMiddle
                {
                    [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }
                }
            }
            """);

    [Fact]
    public async Task All_types_of_a_document_are_mended_at_once()
        => await _fix.VerifyFixAllAsync(
            """
            class Outer
            {
                [SockJSEndpoint("/a")] internal class A { [OnMessage] void M() { } }
                [SockJSEndpoint("/b")] internal sealed record B { [OnMessage] void M() { } }
            }

            [SockJSEndpoint("/c")] class C { [OnMessage] void M() { } }
            """,
            """
            partial class Outer
            {
                [SockJSEndpoint("/a")] internal partial class A { [OnMessage] void M() { } }
                [SockJSEndpoint("/b")] internal sealed partial record B { [OnMessage] void M() { } }
            }

            [SockJSEndpoint("/c")] partial class C { [OnMessage] void M() { } }
            """);
}
