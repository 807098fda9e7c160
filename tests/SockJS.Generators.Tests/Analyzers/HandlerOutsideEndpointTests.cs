using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class HandlerOutsideEndpointTests
{
    [Theory]
    [InlineData("class A")]
    [InlineData("struct A")]
    [InlineData("record A")]
    public async Task A_handler_in_a_type_that_is_no_endpoint_is_reported(string header)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""public {{header}} { [{|SOCKJS101:OnMessage|}] public void M(string m) { } }""");

        Assert.Equal(
            "'M' is never called: [OnMessage] on it has no effect, since 'A' has no [SockJSEndpoint] and no endpoint is derived from it",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_handler_in_an_interface_is_reported_though_an_endpoint_implements_it()
        => Assert.Equal(
            "'M' is never called: [OnMessage] on it has no effect, since handlers are looked for in classes, and 'I' is an interface",
            Assert.Single(await AnalyzerTest.VerifyAsync(
                """
                public interface I { [{|SOCKJS101:OnMessage|}] void M(string m); }
                [SockJSEndpoint("/a")] public partial class A : I { [OnOpen] void Open() { } public void M(string m) { } }
                """)));

    [Theory]
    [InlineData("[{|SOCKJS101:OnMessage|}] void Local(string text) { } Local(\"\");", "Local")]
    [InlineData("var lambda = [{|SOCKJS101:OnMessage|}] (string text) => { }; lambda(\"\");", "The lambda")]
    public async Task A_handler_inside_of_a_method_is_reported(string statements, string name)
        => Assert.StartsWith(
            $"'{name}' is never called: [OnMessage] on it has no effect, since it is inside of a method",
            Assert.Single(await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { [OnOpen] void Open() { {{statements}} } }""")),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_attribute_of_client_interfaces_makes_no_handler()
        => Assert.Equal(
            "'M' is never called: [Message] on it has no effect, since it names the messages of client interfaces, and a handler is marked with [OnMessage]",
            Assert.Single(await AnalyzerTest.VerifyAsync(
                """
                public interface IClient { [Message("m")] Task M(); }
                [SockJSEndpoint("/a", Client = typeof(IClient))] public partial class A { [{|SOCKJS101:Message("m")|}] void M(string m) { } [OnMessage] void N() { } }
                """)));

    [Fact]
    public async Task Other_attributes_inside_of_methods_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnOpen] void Open() { [Obsolete] void Local() { } var lambda = [Obsolete] () => { }; } }""");

    [Fact]
    public async Task Handlers_of_base_classes_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            public class First<T> { [OnOpen] public void Open() { } }
            public class Second : First<int> { [OnClose] protected void Close() { } }
            [SockJSEndpoint("/a")] public partial class A : Second { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task Endpoints_elsewhere_may_be_derived_from_an_abstract_class()
        => await AnalyzerTest.VerifyAsync("public abstract class A { [OnMessage] public void M(string m) { } }");

    [Fact]
    public async Task A_class_that_is_derived_from_an_endpoint_is_none()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }
            public class B : A { [{|SOCKJS101:OnOpen|}] public void Open() { } }
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
