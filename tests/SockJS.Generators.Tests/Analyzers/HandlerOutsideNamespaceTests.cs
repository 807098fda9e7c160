using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class HandlerOutsideNamespaceTests
{
    [Theory]
    [InlineData("OnConnect", "[OnConnect]")]
    [InlineData("OnEvent(\"a\")", "[OnEvent]")]
    [InlineData("OnAnyEvent", "[OnAnyEvent]")]
    [InlineData("OnDisconnect", "[OnDisconnect]")]
    public async Task A_handler_in_a_class_that_is_no_namespace_is_reported(string attribute, string name)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""public class A { [{|SOCKJS311:{{attribute}}|}] public void M() { } }""");

        Assert.Equal($"'M' is never called: {name} on it has no effect, since 'A' has no [SocketIONamespace] and no namespace is derived from it", Assert.Single(messages));
    }

    [Fact]
    public async Task Handlers_of_the_other_protocol_are_reported()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } [{|SOCKJS311:OnEvent("a")|}] void E() { } }
            [SocketIONamespace("/a")] public partial class B { [{|SOCKJS101:OnMessage|}] void M() { } [OnEvent("a")] void E() { } }
            """);

    [Fact]
    public async Task A_base_class_of_a_namespace_and_an_abstract_class_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            public class Base { [OnEvent("a")] public void M() { } }
            public abstract class Other { [OnEvent("a")] public void M() { } }
            [SocketIONamespace("/a")] public partial class A : Base;
            """);

    [Fact]
    public async Task A_local_function_is_no_handler()
        => await AnalyzerTest.VerifyAsync("""public class A { void M() { Local(); [{|SOCKJS311:OnConnect|}] static void Local() { } } }""");
}
