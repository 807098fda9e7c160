using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedReturnTypeTests
{
    [Theory]
    [InlineData("OnMessage", "{|SOCKJS107:int|}", "int")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<int>|}", "Task<int>")]
    [InlineData("OnMessage", "{|SOCKJS107:IEnumerable<string>|}", "IEnumerable<string>")]
    [InlineData("OnMessage", "{|SOCKJS107:Task?|}", "Task?")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<string>?|}", "Task<string>?")]
    [InlineData("OnMessage", "{|SOCKJS107:ValueTask<string>?|}", "ValueTask<string>?")]
    [InlineData("OnMessage", "{|SOCKJS107:Stream|}", "Stream")]
    [InlineData("OnOpen", "{|SOCKJS107:object|}", "object")]
    [InlineData("OnClose", "{|SOCKJS107:string|}", "string")]
    [InlineData("OnClose", "{|SOCKJS107:Task<string>|}", "Task<string>")]
    [InlineData("OnClose", "{|SOCKJS107:IAsyncEnumerable<string>|}", "IAsyncEnumerable<string>")]
    public async Task A_result_that_is_neither_waited_for_nor_sent_is_reported(string attribute, string type, string name)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""
            public abstract class Stream : IAsyncEnumerable<string> { public abstract IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken t); }
            [SockJSEndpoint("/a")] public partial class A { [{{attribute}}] {{type}} M() => throw new NotSupportedException(); {{(attribute == "OnClose" ? "[OnOpen] void O() { }" : "")}} }
            """);

        Assert.StartsWith($"The [{attribute}] method 'M' cannot return '{name}'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_is_reported()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { private string _text = ""; [OnMessage] {|SOCKJS107:ref string|} M() => ref _text; }""");

    [Theory]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    public async Task A_close_handler_that_is_waited_for_is_fine(string type)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [OnClose] {{type}} C() => throw new NotSupportedException(); [OnOpen] {{type}} O() => throw new NotSupportedException(); }""");
}
