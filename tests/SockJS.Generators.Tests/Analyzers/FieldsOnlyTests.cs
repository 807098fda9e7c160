using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class FieldsOnlyTests
{
    private const string Types =
        """
        using System.Text.Json.Serialization;

        namespace App;

        public struct Move { public int X; public int Y; }
        public class Base { public int X { get; set; } }
        public class Mixed { public int X; public int Y { get; set; } }
        public class Derived : Base { public int Y; }
        public class Included { [JsonInclude] public int X; }
        public class Bag : List<int> { public int X; }
        [JsonConverter(typeof(JsonStringEnumConverter))] public class Converted { public int X; }
        public class Empty { private int _x; public static int Y; public const int Z = 1; public int X() => _x; }

        """;

    [Theory]
    [InlineData("void M({|SOCKJS205:Move|} move) { }", "Move")]
    [InlineData("void M({|SOCKJS205:Move?|} move) { }", "Move")]
    [InlineData("void M({|SOCKJS205:List<Move[]>|} moves) { }", "Move")]
    [InlineData("void M({|SOCKJS205:(int X, int Y)|} at) { }", "(int X, int Y)")]
    [InlineData("Task<{|SOCKJS205:(int, string)?|}> M() => null!;", "(int, string)")]
    [InlineData("IAsyncEnumerable<{|SOCKJS205:Dictionary<string, Move>|}> M(CancellationToken token) => null!;", "Move")]
    [InlineData("{|SOCKJS205:System.Numerics.Vector2|} M() => default;", "Vector2")]
    public async Task A_payload_that_JSON_sees_nothing_of_is_reported(string method, string type)
        => Assert.Equal(
            $"JSON leaves out fields, and '{type}' has nothing else: take a type with properties, such as a record",
            Assert.Single(await AnalyzerTest.VerifyAsync(Types + $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{method}} }""")));

    [Fact]
    public async Task A_payload_of_a_client_interface_is_reported()
        => await AnalyzerTest.VerifyAsync(
            Types
            + """
            public interface IClient { ValueTask MovedAsync({|SOCKJS205:Move|} move, CancellationToken token); }
            [SockJSEndpoint("/a", Client = typeof(IClient))] public partial class A { [OnMessage] void M() { } }
            [SockJSEndpoint("/b", Client = typeof(IClient))] public partial class B { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_context_that_includes_fields_knows_better()
        => await AnalyzerTest.VerifyAsync(
            Types
            + """
            [JsonSerializable(typeof(Move)), JsonSourceGenerationOptions(IncludeFields = true)] internal sealed partial class Json : JsonSerializerContext;
            [SockJSEndpoint("/a", JsonContext = typeof(Json))] public partial class A { [OnMessage] void M(Move move) { } }
            """);

    [Theory]
    [InlineData("Mixed")]
    [InlineData("Derived")]
    [InlineData("Included")]
    [InlineData("Bag")]
    [InlineData("Converted")]
    [InlineData("Empty")]
    [InlineData("DayOfWeek")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("Tuple<int, int>")]
    [InlineData("object")]
    public async Task A_payload_with_something_else_is_fine(string type)
        => await AnalyzerTest.VerifyAsync(Types + $$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{type}} M({{type}} payload) => payload; }""");

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            Types
            + """
            #pragma warning disable SOCKJS205
            [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M(Move move) { } }
            """);
}
