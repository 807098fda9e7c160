using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

public sealed class ModelTests
{
    private const string Source =
        TestCompilation.Usings
        + """
        [Serializable, SockJSEndpoint("/a")]
        public partial class A(IServiceProvider services, SockJSConnection connection)
        {
            [OnMessage] public string M(string text, IDisposable other) => $"{text}{services}{connection}{other}";
        }
        """;

    private const string Typed =
        TestCompilation.Usings
        + """
        using System.Text.Json.Serialization;

        public class Base;
        public record Said(int X);
        public record Other(int X);
        public class Own(IDisposable service) : SockJSSessionManager { object Service => service; }
        public interface IClient { ValueTask SaidAsync(Said said, CancellationToken token); }

        [SockJSEndpoint("/a", TypeProperty = "t", DataProperty = "d", Shape = SockJSMessageShape.Flat, JsonContext = typeof(OwnJson), Client = typeof(IClient), Manager = typeof(Own))]
        public partial class A : Base
        {
            [OnMessage("move", Reply = "moved")] public Task<Said> OnMove(int x, int y = 1) => throw new Exception();
            [JsonSerializable(typeof(int))] [JsonSourceGenerationOptions] private partial class OwnJson : JsonSerializerContext;
        }
        """;

    [Fact]
    public void Models_of_the_same_source_are_equal()
    {
        Assert.Equal(Parse(Source), Parse(Source));
        Assert.Equal(Parse(Source).GetHashCode(), Parse(Source).GetHashCode());
    }

    [Theory]
    [InlineData("IDisposable other", "System.IDisposable @other")]
    [InlineData("$\"{text}{services}{connection}{other}\"", "$\"{text}{services}{connection}\"")]
    [InlineData("[Serializable, SockJSEndpoint(\"/a\")]", "[SockJSEndpointAttribute(prefix: \"/\" + \"a\")]")]
    public void Models_of_sources_that_mean_the_same_are_equal(string before, string after)
        => Assert.Equal(Parse(Source), Parse(Source.Replace(before, after.Replace("@other", "other", StringComparison.Ordinal), StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"/a\"", "\"/b\"")]
    [InlineData("(string text, IDisposable other)", "(IDisposable other, string text)")]
    [InlineData("(IServiceProvider services, SockJSConnection connection)", "(SockJSConnection connection, IServiceProvider services)")]
    [InlineData("IDisposable", "IAsyncDisposable")]
    [InlineData("[OnMessage]", "[OnMessage, Obsolete]")]
    [InlineData("[Serializable", "[Microsoft.AspNetCore.Authorization.Authorize")]
    public void Models_of_sources_that_mean_something_else_differ(string before, string after)
        => Assert.NotEqual(Parse(Source), Parse(Source.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void Models_of_typed_endpoints_are_equal_to_themselves() => Assert.Equal(Parse(Typed), Parse(Typed));

    [Theory]
    [InlineData("\"move\"", "\"go\"")]
    [InlineData("\"moved\"", "\"gone\"")]
    [InlineData("int x", "long x")]
    [InlineData("int x", "int z")]
    [InlineData("int y = 1", "int y = 2")]
    [InlineData("int y = 1", "int? y = 1")]
    [InlineData("int y = 1", "int y")]
    [InlineData("Task<Said>", "Task<Other>")]
    [InlineData("Task<Said>", "Task<Said?>")]
    [InlineData("Task<Said>", "IAsyncEnumerable<Said>")]
    [InlineData("TypeProperty = \"t\"", "TypeProperty = \"u\"")]
    [InlineData("DataProperty = \"d\"", "DataProperty = \"e\"")]
    [InlineData(", Shape = SockJSMessageShape.Flat", "")]
    [InlineData(", JsonContext = typeof(OwnJson)", "")]
    [InlineData("[JsonSourceGenerationOptions]", "")]
    [InlineData(", Client = typeof(IClient)", "")]
    [InlineData(", Manager = typeof(Own)", "")]
    [InlineData("Manager = typeof(Own)", "Manager = typeof(SockJSSessionManager)")]
    [InlineData("(IDisposable service)", "(IAsyncDisposable service)")]
    [InlineData("ValueTask SaidAsync", "Task SaidAsync")]
    [InlineData("SaidAsync", "ToldAsync")]
    [InlineData("Said said", "Said? said")]
    [InlineData(", CancellationToken token", "")]
    [InlineData("interface IClient", "interface IBase { Task Left(); } public interface IClient : IBase")]
    [InlineData("class Base", "class Base { [OnClose] public void Close() { } } public class Middle")]
    public void Models_of_typed_endpoints_that_mean_something_else_differ(string before, string after)
        => Assert.NotEqual(Parse(Typed), Parse(Typed.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("SockJSMessageShape.Flat", "(SockJSMessageShape)1")]
    [InlineData("TypeProperty = \"t\", DataProperty = \"d\"", "DataProperty = \"d\", TypeProperty = \"t\"")]
    [InlineData("Reply = \"moved\"", "Reply = \"mo\" + \"ved\"")]
    [InlineData("Task<Said>", "ValueTask<Said>")]
    [InlineData("Said said, CancellationToken token", "global::Said said, CancellationToken token = default")]
    [InlineData("interface IClient {", "interface IClient { static int s_count; void Twice() { }")]
    public void Models_of_typed_endpoints_that_mean_the_same_are_equal(string before, string after)
        => Assert.Equal(Parse(Typed), Parse(Typed.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void Arrays_are_equal_by_their_items()
    {
        Assert.Equal(new[] { "a", "b" }.ToEquatableArray(), new[] { "a", "b" }.ToEquatableArray());
        Assert.NotEqual(new[] { "a", "b" }.ToEquatableArray(), new[] { "b", "a" }.ToEquatableArray());
        Assert.NotEqual(new[] { "a" }.ToEquatableArray(), new[] { "a", "b" }.ToEquatableArray());
        Assert.Equal(default, Array.Empty<string>().ToEquatableArray());
        Assert.Equal(new[] { "a", "b" }.ToEquatableArray().GetHashCode(), new[] { "a", "b" }.ToEquatableArray().GetHashCode());
    }

    [Fact]
    public void The_walk_over_objects_finds_a_symbol_wherever_it_hides()
    {
        var symbol = TestCompilation.Create(Source).GetTypeByMetadataName("A")!;

        Assert.Null(ObjectGraph.FindRoot(Parse(Source)));
        Assert.NotNull(ObjectGraph.FindRoot(symbol));
        Assert.NotNull(ObjectGraph.FindRoot(Tuple.Create("x", new object[] { new KeyValuePair<int, ISymbol>(1, symbol) })));
        Assert.NotNull(ObjectGraph.FindRoot(Tuple.Create(symbol.Locations[0])));
        Assert.NotNull(ObjectGraph.FindRoot(Tuple.Create<Func<string>>(() => symbol.Name)));
        Assert.NotNull(ObjectGraph.FindRoot(Tuple.Create(symbol.DeclaringSyntaxReferences[0].GetSyntax(TestContext.Current.CancellationToken))));
    }

    private static EndpointModel Parse(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        return Assert.IsType<EndpointModel>(EndpointParser.TryParse(compilation.GetTypeByMetadataName("A")!, compilation, CancellationToken.None));
    }
}
