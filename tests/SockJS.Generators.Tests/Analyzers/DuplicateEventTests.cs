using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class DuplicateEventTests
{
    [Fact]
    public async Task Another_handler_of_an_event_is_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """[SocketIONamespace("/")] public partial class A { [OnEvent("say")] void One() { } [OnEvent({|SOCKJS304:"say"|})] void Two() { } }""");

        Assert.Equal("'Two' is for the event 'say', as 'One' is", Assert.Single(messages));
    }

    [Fact]
    public async Task Case_makes_another_name_and_an_override_the_same_handler()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnEvent("say")] protected virtual void Say() { } }
            [SocketIONamespace("/")] public partial class A : Base { [OnEvent("say")] protected override void Say() { } [OnEvent("Say")] void Other() { } }
            """);
}
