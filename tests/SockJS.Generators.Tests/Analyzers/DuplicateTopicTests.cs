using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class DuplicateTopicTests
{
    [Fact]
    public async Task The_later_of_two_channels_of_one_topic_is_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            namespace One { [SockJSChannel("ann")] public partial class A { [OnMessage] void M() { } } }
            namespace Two { [SockJSChannel({|SOCKJS122:"ann"|})] public partial class A { [OnMessage] void M() { } } }
            """);

        Assert.Equal("The topic 'ann' of 'Two.A' is also the topic of 'One.A'", Assert.Single(messages));
    }

    [Fact]
    public async Task Channels_of_one_endpoint_are_compared_with_each_other()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSChannel("ann", Endpoint = "/one")] public partial class A { [OnMessage] void M() { } }""",
            """[SockJSChannel({|SOCKJS122:"ann"|}, Endpoint = "/one")] public partial class B { [OnMessage] void M() { } }""",
            """[SockJSChannel("ann", Endpoint = "/two")] public partial class C { [OnMessage] void M() { } }""",
            """[SockJSChannel("ann")] public partial class D { [OnMessage] void M() { } }""");

    [Fact]
    public async Task Letter_case_makes_a_difference()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSChannel("ann")] public partial class A { [OnMessage] void M() { } }
            [SockJSChannel("Ann")] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task Channels_share_the_prefix_of_their_endpoint_with_each_other_and_with_nobody_else()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            [SockJSChannel("ann", Endpoint = "/multiplex")] public partial class A { [OnMessage] void M() { } }
            [SockJSChannel("bob", Endpoint = "/multiplex")] public partial class B { [OnMessage] void M() { } }
            [SockJSChannel("carol", Endpoint = {|SOCKJS002:"/Multiplex"|})] public partial class C { [OnMessage] void M() { } }
            [SockJSEndpoint({|SOCKJS002:"/multiplex"|})] public partial class D { [OnMessage] void M() { } }
            [SockJSEndpoint({|SOCKJS003:"/multiplex/info"|})] public partial class E { [OnMessage] void M() { } }
            """);

        Assert.Equal("The prefix '/Multiplex' of 'C' is also the prefix of 'A'", messages[0]);
    }
}
