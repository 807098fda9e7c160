using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class DuplicatePrefixTests
{
    [Fact]
    public async Task The_later_of_two_endpoints_of_one_prefix_is_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            namespace One { [SockJSEndpoint("/chat")] public partial class A { [OnMessage] void M() { } } }
            namespace Two { [SockJSEndpoint({|SOCKJS002:"/chat"|})] public partial class A { [OnMessage] void M() { } } }
            """);

        Assert.Equal("The prefix '/chat' of 'Two.A' is also the prefix of 'One.A'", Assert.Single(messages));
    }

    [Fact]
    public async Task Letter_case_and_files_make_no_difference()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/chat")] public partial class A { [OnMessage] void M() { } }""",
            """
            [SockJSEndpoint({|SOCKJS002:"/CHAT"|})] public partial class B { [OnMessage] void M() { } }
            [SockJSEndpoint({|SOCKJS002:"/Chat"|})] public partial class C { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task Different_prefixes_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/chat")] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint("/chats")] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_faulty_prefix_is_reported_once()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint({|SOCKJS001:"chat"|})] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint({|SOCKJS001:"chat"|})] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/chat")] public partial class A { [OnMessage] void M() { } }
            #pragma warning disable SOCKJS002 // Mapped at another prefix.
            [SockJSEndpoint("/chat")] public partial class B { [OnMessage] void M() { } }
            """);
}
