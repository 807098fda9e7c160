using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class ReplyWithoutResultTests
{
    [Theory]
    [InlineData("void M() { }")]
    [InlineData("Task M() => Task.CompletedTask;")]
    [InlineData("ValueTask M() => default;")]
    public async Task A_reply_of_a_method_that_returns_nothing_is_reported(string method)
        => Assert.Equal(
            "'M' returns nothing that could be sent as 'said'",
            Assert.Single(await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage("say", {|SOCKJS112:Reply = "said"|})] {{method}} }""")));

    [Theory]
    [InlineData("[OnMessage(Reply = \"said\")] string M() => \"\";")]
    [InlineData("[OnMessage(\"m\", Reply = \"said\")] Task<int> M() => Task.FromResult(1);")]
    [InlineData("[OnMessage(\"m\", Reply = null)] void M() { }")]
    public async Task A_reply_with_a_value_is_fine(string method)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { {{method}} }""");

    [Fact]
    public async Task A_pragma_suppresses_it_and_the_handler_works()
        => await AnalyzerTest.VerifyAsync(
            """
            #pragma warning disable SOCKJS112
            [SockJSEndpoint("/a")] public partial class A { [OnMessage("say", Reply = "said")] void M() { } }
            static class Program { static void Check<T>() where T : class, SockJS.SourceGeneration.ISockJSEndpoint<T> { } static void Main2() => Check<A>(); }
            """);
}
