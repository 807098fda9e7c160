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
        return EndpointParser.TryParse(compilation.GetTypeByMetadataName("A")!, compilation, CancellationToken.None)!;
    }
}
