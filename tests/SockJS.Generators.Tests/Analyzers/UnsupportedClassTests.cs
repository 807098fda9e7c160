using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class UnsupportedClassTests
{
    [Theory]
    [InlineData("static class {|SOCKJS005:A|}", "is static, and every connection needs an instance")]
    [InlineData("abstract class {|SOCKJS005:A|}", "is abstract, and every connection needs an instance")]
    [InlineData("class {|SOCKJS005:A|}<T>", "is generic")]
    [InlineData("file class {|SOCKJS005:A|}", "is local to its file, where generated code cannot add to it")]
    [InlineData("[Obsolete(\"x\", true)] class {|SOCKJS005:A|}", "is obsolete, and an error to use")]
    public async Task A_class_that_cannot_be_created_from_outside_is_reported(string header, string fault)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""[SockJSEndpoint("/a")] {{header.Replace("class", "partial class", StringComparison.Ordinal)}} { {{(header.StartsWith("static", StringComparison.Ordinal) ? "" : "[OnMessage] void M() { }")}} }""");

        Assert.Equal($"'A' cannot be an endpoint: it {fault}", messages[0]);
    }

    [Fact]
    public async Task What_follows_from_the_class_is_not_reported_again()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")] public partial class {|SOCKJS005:A|}<T> { public required T Value { get; set; } [OnMessage] void M(T value) { } }
            [SockJSEndpoint("/b")] public abstract partial class {|SOCKJS005:B|} { [OnMessage] public abstract void M(); }
            [SockJSEndpoint("/c")] public static partial class {|SOCKJS005:C|} { [OnMessage] public static void M() { } }
            [SockJSEndpoint("/d")] public abstract partial class {|SOCKJS005:D|};
            """);

    [Theory]
    [InlineData("class Outer", "private", "is hidden inside its outer type")]
    [InlineData("class Outer", "protected", "is hidden inside its outer type")]
    [InlineData("class Outer", "private protected", "is hidden inside its outer type")]
    [InlineData("class Outer<T>", "public", "is nested in the generic type 'Outer'")]
    [InlineData("file class Outer", "public", "is nested in 'Outer', which is local to its file")]
    [InlineData("[Obsolete(\"x\", error: true)] class Outer", "public", "is nested in 'Outer', which is obsolete, and an error to use")]
    [InlineData("class Other { partial class Outer", "public", "is nested in 'Outer', which is hidden inside its outer type")]
    public async Task A_nested_class_that_cannot_be_reached_is_reported(string outer, string modifier, string fault)
    {
        var header = outer.Replace("class O", "partial class O", StringComparison.Ordinal).Replace("partial partial", "partial", StringComparison.Ordinal);
        var end = outer.Contains('{', StringComparison.Ordinal) ? "}" : "";

        var messages = await AnalyzerTest.VerifyAsync(
            $$"""{{header}} { [SockJSEndpoint("/a")] {{modifier}} partial class {|SOCKJS005:A|} { [OnMessage] void M() { } } } {{end}}""");

        Assert.Equal($"'A' cannot be an endpoint: it {fault}", Assert.Single(messages));
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("protected internal")]
    [InlineData("public")]
    public async Task A_nested_class_that_the_assembly_can_name_is_fine(string modifier)
        => await AnalyzerTest.VerifyAsync(
            $$"""public partial class Outer { [SockJSEndpoint("/a")] {{modifier}} partial class A { [OnMessage] void M() { } } }""");
}
