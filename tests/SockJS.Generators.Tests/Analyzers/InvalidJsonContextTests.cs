using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class InvalidJsonContextTests
{
    // A context by hand, since what the JSON generator would add is missing in what is wrong.
    private const string Own =
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;

        public abstract class Own() : JsonSerializerContext(null)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        """;

    [Theory]
    [InlineData("int", "", "'int' cannot be the JSON context of the endpoint: it is no JsonSerializerContext")]
    [InlineData("int[]", "", "it is no JsonSerializerContext")]
    [InlineData("X", "public class X;", "it is no JsonSerializerContext")]
    [InlineData("JsonSerializerContext", "", "it is abstract")]
    [InlineData("Own", "", "it is abstract")]
    [InlineData("X<int>", "public class X<T> : Own;", "it is generic")]
    [InlineData("O<int>.X", "public class O<T> { public class X : Own; }", "it is generic")]
    [InlineData("X", "file class X : Own;", "it is local to its file")]
    [InlineData("X", "[JsonSerializable(typeof(int))] public class X : Own;", "it gets no code from the JSON generator: 'X' is not partial")]
    [InlineData("O.X", "public class O { [JsonSerializable(typeof(int))] public partial class X : Own; }", "it gets no code from the JSON generator: 'O' is not partial")]
    [InlineData("X", "public partial class X : Own;", "it gets no code from the JSON generator: it has no [JsonSerializable]")]
    public async Task A_context_that_cannot_be_named_is_reported(string type, string declaration, string message)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""{{Own}}{{declaration}} [SockJSEndpoint("/a", JsonContext = {|SOCKJS202:typeof({{type}})|})] public partial class A { [OnMessage] void M() { } }""");

        Assert.EndsWith(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[JsonSerializable(typeof(int))] public partial class ChatJson : JsonSerializerContext;", "ChatJson")]
    [InlineData("public partial class O { [JsonSerializable(typeof(int))] internal partial class ChatJson : JsonSerializerContext; }", "O.ChatJson")]
    [InlineData("public partial class A { [JsonSerializable(typeof(int))] private partial class ChatJson : JsonSerializerContext; }", "A.ChatJson")]
    [InlineData("public class X : Own { public static X Default { get; } = new(); }", "X")]
    public async Task A_context_with_a_default_is_fine(string declaration, string type)
        => await AnalyzerTest.VerifyAsync(
            $$"""{{Own}}{{declaration}} [SockJSEndpoint("/a", JsonContext = typeof({{type}}))] public partial class A { [OnMessage] void M() { } }""");

    [Fact]
    public async Task No_context_is_fine()
        => await AnalyzerTest.VerifyAsync("""[SockJSEndpoint("/a", JsonContext = null)] public partial class A { [OnMessage] void M() { } }""");
}
