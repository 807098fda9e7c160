using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedResultTests
{
    [Theory]
    [InlineData("OnEvent(\"a\")", "IAsyncEnumerable<int>", "by itself or in a task")]
    [InlineData("OnEvent(\"a\")", "Task?", "by itself or in a task")]
    [InlineData("OnAnyEvent", "Action", "by itself or in a task")]
    [InlineData("OnConnect", "string", "void, Task, ValueTask, bool, Task<bool> or ValueTask<bool>")]
    [InlineData("OnConnect", "Task<bool?>", "void, Task, ValueTask, bool, Task<bool> or ValueTask<bool>")]
    [InlineData("OnDisconnect", "bool", "void, Task or ValueTask")]
    [InlineData("OnDisconnect", "ValueTask<int>", "void, Task or ValueTask")]
    public async Task What_can_be_neither_awaited_nor_sent_is_reported(string attribute, string type, string expected)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SocketIONamespace("/")] public partial class A { [{{attribute}}] {|SOCKJS307:{{type}}|} M() => throw new NotImplementedException(); }""");

        Assert.EndsWith(expected, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OnEvent(\"a\")", "Task<byte[]>")]
    [InlineData("OnEvent(\"a\")", "ValueTask<string?>")]
    [InlineData("OnAnyEvent", "int?")]
    [InlineData("OnConnect", "bool")]
    [InlineData("OnConnect", "ValueTask<bool>")]
    [InlineData("OnDisconnect", "ValueTask")]
    public async Task What_can_is_fine(string attribute, string type)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SocketIONamespace("/")] public partial class A { [{{attribute}}] {{type}} M() => throw new NotImplementedException(); }""");
}
