using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedConstructorParameterTests
{
    [Theory]
    [InlineData("{|SOCKJS007:string|} name", "string")]
    [InlineData("{|SOCKJS007:int|} count", "int")]
    [InlineData("{|SOCKJS007:int?|} count", "int?")]
    [InlineData("{|SOCKJS007:SockJSCloseReason|} reason", "SockJS.SockJSCloseReason")]
    [InlineData("in {|SOCKJS007:IDisposable|} service", "System.IDisposable")]
    [InlineData("out {|SOCKJS007:IDisposable|} service", "System.IDisposable")]
    [InlineData("{|SOCKJS007:Span<int>|} span", "System.Span<int>")]
    [InlineData("{|SOCKJS007:dynamic|} service", "dynamic")]
    public async Task A_parameter_without_a_service_is_reported(string parameter, string type)
    {
        var body = parameter.StartsWith("out ", StringComparison.Ordinal) ? "=> service = null!;" : "{ }";
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { public A({{parameter}}) {{body}} [OnMessage] void M() { } }""");

        Assert.Contains($"of type '{type}' cannot be supplied", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SockJSConnection connection, IServiceProvider services, CancellationToken closed")]
    [InlineData("IDisposable a, Version b, Func<int> c, int[] d, IEnumerable<IDisposable> e")]
    [InlineData("string name = \"a\", int count = 1, int? maybe = null, Version? version = null, params string[] rest")]
    [InlineData("[FromKeyedServices(\"a\")] string name, [FromKeyedServices(1)] int count")]
    public async Task Services_and_values_with_defaults_are_fine(string parameters)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { public A({{parameters}}) { } [OnMessage] void M() { } }""");
}
