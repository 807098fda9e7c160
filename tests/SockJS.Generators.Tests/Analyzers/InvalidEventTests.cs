using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidEventTests
{
    [Theory]
    [InlineData("", "has no name")]
    [InlineData("connect", "is raised by clients themselves: what connects is handled by [OnConnect]")]
    [InlineData("disconnect", "is raised by clients themselves: what disconnects is handled by [OnDisconnect]")]
    [InlineData("disconnecting", "is raised by clients themselves: what disconnects is handled by [OnDisconnect]")]
    [InlineData("connect_error", "is raised by clients themselves and never sent")]
    [InlineData("newListener", "is raised by clients themselves and never sent")]
    [InlineData("removeListener", "is raised by clients themselves and never sent")]
    public async Task An_event_that_no_client_sends_is_reported(string name, string problem)
    {
        var messages = await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace("/")] public partial class A { [OnEvent({|SOCKJS303:"{{name}}"|})] void M() { } }""");

        Assert.Equal($"The event '{name}' of 'M' {problem}", Assert.Single(messages));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("message")]
    [InlineData("Connect")]
    [InlineData(" ")]
    public async Task Other_names_are_free(string name)
        => await AnalyzerTest.VerifyAsync($$"""[SocketIONamespace("/")] public partial class A { [OnEvent("{{name}}")] void M() { } }""");
}
