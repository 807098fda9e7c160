using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidTopicTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a,b", "contains a comma, which ends the topic in a frame")]
    [InlineData("a\\nb", "contains the control character U+000A")]
    [InlineData("\\u0085", "contains the control character U+0085")]
    public async Task A_topic_that_is_no_plain_name_is_reported_with_its_fault(string topic, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSChannel({|SOCKJS121:"{{topic}}"|})] public partial class A { [OnMessage] void M() { } }""");

        Assert.EndsWith(fault, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_too_long_is_reported()
        => await AnalyzerTest.VerifyAsync(
            $$"""[SockJSChannel({|SOCKJS121:"{{new string('a', 129)}}"|})] public partial class A { [OnMessage] void M() { } }""");

    [Theory]
    [InlineData("ann")]
    [InlineData("red carpet/déjà 😀 100%")]
    public async Task A_plain_name_is_fine(string topic)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSChannel("{{topic}}")] public partial class A { [OnMessage] void M() { } }""");

    [Fact]
    public async Task The_argument_is_marked_even_if_it_is_a_constant_or_null()
        => await AnalyzerTest.VerifyAsync(
            """
            public static class Topics { public const string Two = "a,b"; }
            [SockJSChannel(topic: {|SOCKJS121:Topics.Two|})] public partial class A { [OnMessage] void M() { } }
            [SockJSChannel({|SOCKJS121:null!|})] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task The_endpoint_of_a_channel_is_a_plain_path_too()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            [SockJSChannel("ann", Endpoint = {|SOCKJS001:"multiplex"|})] public partial class A { [OnMessage] void M() { } }
            [SockJSChannel({|SOCKJS121:""|}, Endpoint = {|SOCKJS001:"/"|})] public partial class B { [OnMessage] void M() { } }
            [SockJSChannel("carol", Endpoint = null)] public partial class C { [OnMessage] void M() { } }
            """);

        Assert.Equal("The prefix 'multiplex' does not start with a slash", messages[0]);
    }

    [Fact]
    public async Task The_rules_for_classes_handlers_and_payloads_are_those_of_endpoints()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSChannel("a")] public class {|SOCKJS004:A|} { [OnMessage] void M() { } }
            [SockJSChannel("b")] public static partial class {|SOCKJS005:B|};
            [SockJSChannel("c")] public partial class {|SOCKJS102:C|};
            [SockJSChannel("d")] public partial class D { [OnOpen] void M() { } [OnOpen] void {|SOCKJS103:N|}() { } }
            [SockJSChannel("e")] public partial class E { [OnMessage] void M({|SOCKJS105:System.IO.Stream|} value) { } }
            [SockJSChannel("f", TypeProperty = {|SOCKJS110:""|})] public partial class F { [OnMessage] void M() { } }
            [SockJSChannel("g", Client = {|SOCKJS204:typeof(string)|})] public partial class G { [OnMessage] void M() { } }
            """);
}
