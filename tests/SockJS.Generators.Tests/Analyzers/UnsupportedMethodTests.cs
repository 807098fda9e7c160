using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedMethodTests
{
    [Theory]
    [InlineData("[OnMessage] static void {|SOCKJS104:M|}() { }", "is static")]
    [InlineData("[OnMessage] void {|SOCKJS104:M|}<T>() { }", "is generic")]
    [InlineData("[OnMessage] void IDisposable.{|SOCKJS104:Dispose|}() { }", "implements an interface explicitly")]
    [InlineData("[OnMessage] void {|SOCKJS104:M|}(__arglist) { }", "takes any number of arguments")]
    [InlineData("[OnClose] ~{|SOCKJS104:A|}() { } [OnMessage] void M() { }", "is not an ordinary method")]
    [InlineData("int P { [OnMessage] {|SOCKJS104:get|} => 1; }", "is not an ordinary method")]
    public async Task A_method_that_cannot_be_called_on_the_instance_is_reported(string method, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A{{(method.Contains("IDisposable", StringComparison.Ordinal) ? " : IDisposable" : "")}} { {{method}} }""");

        Assert.EndsWith($"cannot be a handler: it {fault}", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_a_base_class_hides_is_reported()
        => Assert.Equal(
            "'M' cannot be a handler: it is hidden in 'Base' from the endpoint 'A'",
            Assert.Single(await AnalyzerTest.VerifyAsync(
                """
                public abstract class Base { [OnMessage] private void {|SOCKJS104:M|}() { } }
                [SockJSEndpoint("/a")] public partial class A : Base;
                """)));

    [Theory]
    [InlineData("public new void M(string text) { }")]
    [InlineData("private void M(object value) { }")]
    [InlineData("private void M(string text, int number = 1) { }")]
    [InlineData("private void M<T>(T value) { }")]
    [InlineData("private void M(params string[] texts) { }")]
    [InlineData("public new int M = 1;")]
    public async Task A_method_that_the_endpoint_hides_is_reported(string member)
        => Assert.Equal(
            "'M' cannot be a handler: it is hidden from the endpoint 'A' by 'A.M'",
            Assert.Single(await AnalyzerTest.VerifyAsync(
                $$"""
                public abstract class Base { [OnMessage] public void {|SOCKJS104:M|}(string text) { } }
                [SockJSEndpoint("/a")] public partial class A : Base { {{member}} }
                """)));

    [Theory]
    [InlineData("[OnMessage(\"b\")] void M(int number) { }")]
    [InlineData("private void M() { }")]
    [InlineData("private void M(string text, int number) { }")]
    public async Task An_overload_that_cannot_take_the_arguments_is_fine(string member)
        => await AnalyzerTest.VerifyAsync(
            $$"""
            public abstract class Base { [OnMessage("a")] public void M(string text) { } }
            [SockJSEndpoint("/a")] public partial class A : Base { {{member}} }
            """);

    [Fact]
    public async Task A_method_that_replaces_a_handler_is_no_second_one()
        => await AnalyzerTest.VerifyAsync(
            """
            public class Base { [OnMessage("a")] public void {|SOCKJS104:M|}(string text) { } }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnMessage("a")] public new void M(string text) { } }
            """);

    [Fact]
    public async Task An_abstract_method_is_fine_once_it_is_implemented()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnMessage] protected abstract void M(string text); }
            public abstract class Middle : Base { private void M(int number) { } }
            [SockJSEndpoint("/a")] public partial class A : Middle { protected override void M(string text) { } }
            """);

    [Theory]
    [InlineData("private")]
    [InlineData("public virtual")]
    [InlineData("protected internal")]
    public async Task Instance_methods_are_fine_whoever_sees_them(string modifiers)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{modifiers}} void M() { } }""");
}
