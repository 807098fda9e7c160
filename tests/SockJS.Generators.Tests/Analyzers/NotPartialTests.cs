using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class NotPartialTests
{
    [Theory]
    [InlineData("public sealed class {|SOCKJS004:A|}")]
    [InlineData("record {|SOCKJS004:A|}")]
    [InlineData("class {|SOCKJS004:@class|}")]
    public async Task A_class_that_is_not_partial_is_reported(string header)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] {{header}} { [OnMessage] void M() { } }""");

    [Fact]
    public async Task Each_type_around_it_that_is_not_partial_is_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            static class {|SOCKJS004:Outer|}
            {
                internal partial struct Middle
                {
                    internal interface {|SOCKJS004:IInner|} { [SockJSEndpoint("/a")] internal partial class A { [OnMessage] void M() { } } }
                }
            }
            """);

        Assert.Equal("'Outer' must be partial, since code is added to the endpoint 'A'", messages[0]);
    }

    [Fact]
    public async Task A_class_in_several_parts_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """public partial class A { [OnMessage] void M() { } }""",
            """[SockJSEndpoint("/a")] public partial class A { [OnOpen] void O() { } }""");
}
