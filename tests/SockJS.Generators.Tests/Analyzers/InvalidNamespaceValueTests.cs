using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidNamespaceValueTests
{
    [Theory]
    [InlineData("/chat", "[FromNamespace] string {|SOCKJS309:id|}", "the namespace is no pattern")]
    [InlineData("/{id}", "[FromNamespace] string {|SOCKJS309:name|}", "the pattern has no '{name}'")]
    [InlineData("/{id}", "[FromNamespace(\"Id\")] string {|SOCKJS309:id|}", "the pattern has no '{Id}'")]
    [InlineData("/{id}", "[FromNamespace] int {|SOCKJS309:id|}", "it is no string")]
    public async Task A_value_that_there_is_not_is_reported(string name, string parameter, string problem)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace("{{name}}")] public partial class A { [OnEvent("a")] void M({{parameter}}) { } }""");

        Assert.EndsWith(problem, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_reported_in_constructors_too()
        => await AnalyzerTest.VerifyAsync("""[SocketIONamespace("/{id}")] public partial class A([FromNamespace] string {|SOCKJS309:name|}) { public string Name => name; }""");

    [Theory]
    [InlineData("[FromNamespace] string id")]
    [InlineData("[FromNamespace(\"id\")] string? other")]
    [InlineData("[FromNamespace(null)] string id, string text")]
    public async Task A_value_of_the_pattern_is_fine(string parameters)
        => await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace("/a-{id}")] public partial class A { [OnEvent("a")] void M({{parameters}}) { } }""");
}
