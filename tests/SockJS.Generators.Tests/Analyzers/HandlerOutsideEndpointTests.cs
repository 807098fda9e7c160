using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class HandlerOutsideEndpointTests
{
    [Theory]
    [InlineData("class A")]
    [InlineData("struct A")]
    [InlineData("record A")]
    [InlineData("abstract class A")]
    public async Task A_handler_in_a_type_that_is_no_endpoint_is_reported(string header)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""public {{header}} { [{|SOCKJS101:OnMessage|}] public void M(string m) { } }""");

        Assert.Equal("'M' is never called: [OnMessage] on it has no effect, since 'A' has no [SockJSEndpoint]", Assert.Single(messages));
    }

    [Fact]
    public async Task Handlers_of_a_base_class_are_reported_there()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base
            {
                [{|SOCKJS101:OnOpen|}] public void Open() { }
                [{|SOCKJS101:OnClose|}] public void Close() { }
            }

            [SockJSEndpoint("/a")] public partial class A : Base { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_handler_that_overrides_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { public abstract void M(string m); }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnMessage] public override void M(string m) { } }
            """);

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            """
            #pragma warning disable SOCKJS101
            public class A { [OnMessage] public void M() { } }
            """);
}
