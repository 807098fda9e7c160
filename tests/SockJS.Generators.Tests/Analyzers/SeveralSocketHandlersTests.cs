using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class SeveralSocketHandlersTests
{
    [Theory]
    [InlineData("OnConnect")]
    [InlineData("OnAnyEvent")]
    [InlineData("OnDisconnect")]
    public async Task Another_handler_of_a_kind_is_reported(string kind)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SocketIONamespace("/")] public partial class A { [{{kind}}] void One() { } [{{kind}}] void {|SOCKJS305:Two|}() { } }""");

        Assert.Equal($"The namespace 'A' has another [{kind}] method, 'One'", Assert.Single(messages));
    }

    [Fact]
    public async Task One_of_each_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SocketIONamespace("/")] public partial class A { [OnConnect] void One() { } [OnAnyEvent] void Two() { } [OnDisconnect] void Three() { } }""");
}
