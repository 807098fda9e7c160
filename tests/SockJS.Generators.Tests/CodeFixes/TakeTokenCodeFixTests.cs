using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class TakeTokenCodeFixTests
{
    private readonly CodeFixTest _fix = new(new TakeTokenCodeFix());

    [Fact]
    public async Task An_iterator_marks_its_token()
        => Assert.Equal("Take a cancellation token", await _fix.VerifyAsync(
            """
            using System.Runtime.CompilerServices;
            [SockJSEndpoint("/a")] partial class A { [OnMessage] async IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; } }
            """,
            """
            using System.Runtime.CompilerServices;
            [SockJSEndpoint("/a")] partial class A { [OnMessage] async IAsyncEnumerable<int> M([EnumeratorCancellation] CancellationToken cancellationToken) { await Task.Yield(); yield return 1; } }
            """));

    [Fact]
    public async Task A_name_that_no_using_shortens_stays_whole()
        => await _fix.VerifyAsync(
            """[SockJSEndpoint("/a")] partial class A { [OnMessage] async IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; } }""",
            """[SockJSEndpoint("/a")] partial class A { [OnMessage] async IAsyncEnumerable<int> M([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken) { await Task.Yield(); yield return 1; } }""");

    [Fact]
    public async Task The_token_comes_before_default_values()
        => await _fix.VerifyAsync(
            """[SockJSEndpoint("/a")] partial class A { [OnMessage("m")] IAsyncEnumerable<int> M(string a, int b = 1, int c = 2) => throw new Exception(); }""",
            """[SockJSEndpoint("/a")] partial class A { [OnMessage("m")] IAsyncEnumerable<int> M(string a, CancellationToken cancellationToken, int b = 1, int c = 2) => throw new Exception(); }""");

    [Fact]
    public async Task All_handlers_of_a_document_are_mended_at_once()
        => await _fix.VerifyFixAllAsync(
            """
            [SockJSEndpoint("/a")]
            partial class A
            {
                [OnOpen] IAsyncEnumerable<string> O() => throw new Exception();
                [OnMessage] IAsyncEnumerable<int> M(string text) => throw new Exception();
            }
            """,
            """
            [SockJSEndpoint("/a")]
            partial class A
            {
                [OnOpen] IAsyncEnumerable<string> O(CancellationToken cancellationToken) => throw new Exception();
                [OnMessage] IAsyncEnumerable<int> M(string text, CancellationToken cancellationToken) => throw new Exception();
            }
            """);

    [Theory]
    [InlineData("[OnMessage] public override IAsyncEnumerable<int> M() => throw new Exception();")]
    [InlineData("[OnMessage] IAsyncEnumerable<int> N(string cancellationToken) => throw new Exception();")]
    public async Task What_cannot_change_by_itself_is_left_to_the_user(string method)
        => await _fix.VerifyNoFixAsync(
            $$"""
            abstract class Base { public virtual IAsyncEnumerable<int> M() => throw new Exception(); }
            [SockJSEndpoint("/a")] partial class A : Base { {{method}} }
            """);
}
