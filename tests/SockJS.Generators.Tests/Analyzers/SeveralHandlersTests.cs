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

        Assert.Equal($"The endpoint 'A' has another [{attribute}] method{(attribute == "OnMessage" ? " without a name" : "")}, 'First'", messages[0]);
    }

    [Fact]
    public async Task A_handler_of_a_base_class_is_the_first()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnOpen] public void First() { } }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnOpen] void {|SOCKJS103:Second|}() { } }
            """);

    [Fact]
    public async Task An_override_is_not_another()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnOpen] public virtual void Open() { } [OnMessage] public abstract void M(); }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnOpen] public override void Open() { } public override void M() { } }
            """);

    [Fact]
    public async Task Handlers_with_names_are_fine_beside_one_without()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage("a")] void B() { } [OnMessage("b")] void C() { } [OnMessage(null)] void D() { } }""");

    [Fact]
    public async Task One_of_each_kind_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnOpen] void O() { } [OnMessage] void M() { } [OnClose] void C() { } }""");

    [Fact]
    public async Task One_method_for_two_kinds_is_fine()
        => await AnalyzerTest.VerifyAsync("""[SockJSEndpoint("/a")] public partial class A { [OnOpen, OnMessage, OnClose] void M() { } }""");
}
