using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class SeveralMessagesTests
{
    [Fact]
    public async Task Strings_after_the_first_are_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M(string room, IDisposable d, string {|SOCKJS106:text|}, string? {|SOCKJS106:more|}) { } }""");

        Assert.Equal("'M' takes the message as 'room', so there is nothing left for 'text'", messages[0]);
    }

    [Fact]
    public async Task A_string_that_is_a_service_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """[SockJSEndpoint("/a")] public partial class A { [OnMessage] void M([FromKeyedServices("greeting")] string greeting, string text) { } }""");
}
