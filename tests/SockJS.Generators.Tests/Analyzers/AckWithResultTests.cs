using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AckWithResultTests
{
    [Theory]
    [InlineData("OnEvent(\"a\")", "string")]
    [InlineData("OnEvent(\"a\")", "Task<int>")]
    [InlineData("OnAnyEvent", "ValueTask<string?>")]
    public async Task Two_ways_to_answer_are_reported(string attribute, string type)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SocketIONamespace("/")] public partial class A { [{{attribute}}] {{type}} M({|SOCKJS308:SocketIOAck|} ack) => throw new NotImplementedException(); }""");

        Assert.Equal("'M' returns the answer to the event and takes the SocketIOAck to give it: leave one of them out", Assert.Single(messages));
    }

    [Theory]
    [InlineData("void", "SocketIOAck ack")]
    [InlineData("ValueTask", "SocketIOAck ack")]
    [InlineData("Task<int>", "")]
    public async Task One_way_is_fine(string type, string parameters)
        => await AnalyzerTest.VerifyAsync(
            $$"""[SocketIONamespace("/")] public partial class A { [OnEvent("a")] {{type}} M({{parameters}}) => throw new NotImplementedException(); }""");
}
