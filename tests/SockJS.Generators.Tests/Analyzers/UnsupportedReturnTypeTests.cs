using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedReturnTypeTests
{
    [Theory]
    [InlineData("OnMessage", "{|SOCKJS107:Task<Task>|}", "Task<Task>")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<int>?|}", "Task<int>?")]
    [InlineData("OnMessage", "{|SOCKJS107:IAsyncEnumerable<int>?|}", "IAsyncEnumerable<int>?")]
    [InlineData("OnMessage", "{|SOCKJS107:IAsyncEnumerable<Action>|}", "IAsyncEnumerable<Action>")]
    [InlineData("OnMessage", "{|SOCKJS107:Func<int>|}", "Func<int>")]
    [InlineData("OnMessage", "{|SOCKJS107:Type[]|}", "Type[]")]
    [InlineData("OnMessage", "{|SOCKJS107:Span<int>|}", "Span<int>")]
    [InlineData("OnMessage", "{|SOCKJS107:dynamic|}", "dynamic")]
    [InlineData("OnMessage", "{|SOCKJS107:SockJSConnection|}", "SockJSConnection")]
    [InlineData("OnMessage", "{|SOCKJS107:List<Task>|}", "List<Task>")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<List<dynamic>>|}", "Task<List<dynamic>>")]
    [InlineData("OnMessage", "{|SOCKJS107:IObservable<int>|}", "IObservable<int>")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<System.Threading.Channels.ChannelReader<int>>|}", "Task<ChannelReader<int>>")]
    [InlineData("OnMessage", "{|SOCKJS107:Microsoft.AspNetCore.Http.IResult|}", "IResult")]
    [InlineData("OnMessage", "{|SOCKJS107:Task<Microsoft.AspNetCore.Mvc.ActionResult<int>>|}", "Task<ActionResult<int>>")]
    [InlineData("OnOpen", "{|SOCKJS107:Task<int>|}", "Task<int>")]
    [InlineData("OnOpen", "{|SOCKJS107:IAsyncEnumerable<int>|}", "IAsyncEnumerable<int>")]
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
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("Task<int>")]
    [InlineData("ValueTask<DateTime?>")]
    [InlineData("IEnumerable<string>")]
    [InlineData("object")]
    [InlineData("IDisposable?")]
    [InlineData("Task<List<int?>?>")]
    public async Task Any_value_is_sent(string type)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{type}} M() => throw new NotSupportedException(); }""");

    [Theory]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    public async Task A_close_handler_that_is_waited_for_is_fine(string type)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] public partial class A { [OnClose] {{type}} C() => throw new NotSupportedException(); [OnOpen] {{type}} O() => throw new NotSupportedException(); }""");
}
