using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidNamespaceTests
{
    [Theory]
    [InlineData("chat", "does not start with '/'")]
    [InlineData("", "is empty")]
    [InlineData("/a,b", "contains a comma, which ends the name in a packet")]
    [InlineData("/a\\n", "contains the control character U+000A")]
    [InlineData("/{id", "has a brace without its counterpart")]
    [InlineData("/id}", "has a brace without its counterpart")]
    [InlineData("/{a{b}}", "has a brace without its counterpart")]
    [InlineData("/{}", "has '{}', which is no name of letters, digits and underscores")]
    [InlineData("/{1}", "has '{1}', which is no name of letters, digits and underscores")]
    [InlineData("/{a}{b}", "has two values with nothing between them, so that nothing tells where the first ends")]
    [InlineData("/{a}-{a}", "has '{a}' twice")]
    public async Task A_name_that_no_client_could_mean_is_reported(string name, string problem)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace({|SOCKJS301:"{{name}}"|})] public partial class A { [OnEvent("a")] void M() { } }""");

        Assert.EndsWith(problem, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_reported()
        => await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace({|SOCKJS301:"/{{new string('a', 128)}}"|})] public partial class A;""");

    [Theory]
    [InlineData("/")]
    [InlineData("/Chat room?a=b")]
    [InlineData("/org-{id}")]
    [InlineData("/{org}/{team_2}")]
    public async Task Names_and_patterns_are_fine(string name)
        => await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace("{{name}}")] public partial class A { [OnEvent("a")] void M() { } }""");
}
