using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class ReturnTaskCodeFixTests
{
    private readonly CodeFixTest _fix = new(new ReturnTaskCodeFix());

    [Fact]
    public async Task The_name_is_as_short_as_the_usings_allow()
        => Assert.Equal("Return Task", await _fix.VerifyAsync(
            """[SockJSEndpoint("/a")] partial class A { [OnMessage] public async void M(string m) { await Task.Yield(); } }""",
            """[SockJSEndpoint("/a")] partial class A { [OnMessage] public async Task M(string m) { await Task.Yield(); } }"""));

    [Fact]
    public async Task A_name_that_means_something_else_is_avoided()
        => await _fix.VerifyAsync(
            """
            namespace N { class Task; [SockJSEndpoint("/a")] partial class A { [OnClose] async void M() { await System.Threading.Tasks.Task.Yield(); } [OnOpen] void O() { } } }
            """,
            """
            namespace N { class Task; [SockJSEndpoint("/a")] partial class A { [OnClose] async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); } [OnOpen] void O() { } } }
            """);

    [Fact]
    public async Task All_handlers_of_a_document_are_mended_at_once()
        => await _fix.VerifyFixAllAsync(
            """
            [SockJSEndpoint("/a")]
            partial class A
            {
                [OnOpen] async void O() { await Task.Yield(); }
                [OnMessage] async void M() { await Task.Yield(); }
            }
            """,
            """
            [SockJSEndpoint("/a")]
            partial class A
            {
                [OnOpen] async Task O() { await Task.Yield(); }
                [OnMessage] async Task M() { await Task.Yield(); }
            }
            """);
}
