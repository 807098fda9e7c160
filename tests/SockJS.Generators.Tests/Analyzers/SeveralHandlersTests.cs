using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class SeveralHandlersTests
{
    [Theory]
    [InlineData("OnOpen")]
    [InlineData("OnMessage")]
    [InlineData("OnClose")]
    public async Task Each_handler_after_the_first_is_reported(string attribute)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""
            [SockJSEndpoint("/a")]
            public partial class A
            {
                [{{attribute}}] void First() { }
                [{{attribute}}] void {|SOCKJS103:Second|}() { }
                [{{attribute}}] void {|SOCKJS103:Third|}() { }
                {{(attribute == "OnClose" ? "[OnOpen] void Open() { }" : "")}}
            }
            """);

        Assert.Equal($"The endpoint 'A' has another [{attribute}] method, 'First'", messages[0]);
    }

    [Fact]
    public async Task One_of_each_kind_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnOpen] void O() { } [OnMessage] void M() { } [OnClose] void C() { } }""");

    [Fact]
    public async Task One_method_for_two_kinds_is_fine()
        => await AnalyzerTest.VerifyAsync("""[SockJSEndpoint("/a")] public partial class A { [OnOpen, OnMessage, OnClose] void M() { } }""");
}
