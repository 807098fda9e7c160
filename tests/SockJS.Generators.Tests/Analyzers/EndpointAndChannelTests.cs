using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class EndpointAndChannelTests
{
    [Fact]
    public async Task A_class_with_both_attributes_is_reported_at_the_second_and_nothing_is_generated_for_it()
    {
        const string Both = """[SockJSEndpoint("/a")] [{|SOCKJS123:SockJSChannel("ann")|}] public partial class A { [OnMessage] void M() { } }""";
        var messages = await AnalyzerTest.VerifyAsync(Both);

        Assert.Equal("'A' is an endpoint already, so it cannot be a channel too", Assert.Single(messages));
        var files = GeneratorTest.RunOnAnything(TestCompilation.Create(TestCompilation.Usings + Both.Replace("{|SOCKJS123:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)));
        Assert.Equal(["AddSockJSChannels.g.cs", "MapSockJSEndpoints.g.cs"], files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Classes_of_one_base_may_be_one_of_each()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Handlers { [OnMessage] protected void M() { } }
            [SockJSEndpoint("/a")] public partial class A : Handlers;
            [SockJSChannel("a")] public partial class B : Handlers;
            """);
}
