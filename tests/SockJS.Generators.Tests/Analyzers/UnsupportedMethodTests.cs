using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedMethodTests
{
    [Theory]
    [InlineData("[OnMessage] static void {|SOCKJS104:M|}() { }", "is static")]
    [InlineData("[OnMessage] void {|SOCKJS104:M|}<T>() { }", "is generic")]
    [InlineData("[OnMessage] void IDisposable.{|SOCKJS104:Dispose|}() { }", "is not an ordinary method")]
    [InlineData("int P { [OnMessage] {|SOCKJS104:get|} => 1; }", "is not an ordinary method")]
    public async Task A_method_that_cannot_be_called_on_the_instance_is_reported(string method, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A{{(method.Contains("IDisposable", StringComparison.Ordinal) ? " : IDisposable" : "")}} { {{method}} }""");

        Assert.EndsWith($"cannot be a handler: it {fault}", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private")]
    [InlineData("public virtual")]
    [InlineData("protected internal")]
    public async Task Instance_methods_are_fine_whoever_sees_them(string modifiers)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{modifiers}} void M() { } }""");
}
