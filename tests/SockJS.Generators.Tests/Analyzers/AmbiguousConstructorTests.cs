using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AmbiguousConstructorTests
{
    [Theory]
    [InlineData("public A() { } internal A(IDisposable d) { }", "has 2 constructors, of which none is marked with [ActivatorUtilitiesConstructor]")]
    [InlineData("private A() { } protected A(IDisposable d) { }", "has no public or internal constructor")]
    [InlineData(
        "[ActivatorUtilitiesConstructor] public A() { } [ActivatorUtilitiesConstructor] public A(IDisposable d) { }",
        "has 2 constructors marked with [ActivatorUtilitiesConstructor]")]
    public async Task A_class_without_one_constructor_to_call_is_reported(string constructors, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class {|SOCKJS006:A|} { {{constructors}} [OnMessage] void M() { } }""");

        Assert.Equal($"The endpoint 'A' {fault}", Assert.Single(messages));
    }

    [Theory]
    [InlineData("partial class A { ")]
    [InlineData("partial class A(IDisposable d) { public override string ToString() => $\"{d}\"; ")]
    [InlineData("sealed partial record A(IDisposable D) { ")]
    [InlineData("partial class A { static A() { } private A(int i) { } internal A(IDisposable d) { } ")]
    [InlineData("partial class A { public A() { } [ActivatorUtilitiesConstructor] private A(IDisposable d) { } ")]
    public async Task One_constructor_to_call_is_fine(string start)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public {{start}} [OnMessage] void M() { } }""");
}
