using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Parsing;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Parsing;

/// <summary>The JSON generator of the framework is the judge of what a context has metadata of.</summary>
public sealed class JsonTypeGraphTests
{
    [Theory]
    [InlineData("class Root { public A P { get; set; } public B F; internal C I { get; set; } private D X { get; set; } public static E S { get; set; } }", "A B")]
    [InlineData("class Root { public A P { get; } public B Q { set { } } public C R { get; private set; } protected D X { get; set; } }", "A B C")]
    [InlineData("class Root { [JsonInclude] internal A P { get; set; } public const C X = C.One; public enum C { One } }", "A")]
    [InlineData("class Root { [JsonInclude] internal A F; }", "A")]
    [InlineData("class Root { public List<A> P { get; set; } public B[] Q { get; set; } public C[][] R { get; set; } }", "A B C System.Collections.Generic.List<A> B[] C[] C[][]")]
    [InlineData("class Root { public Dictionary<string, A> P { get; set; } public IReadOnlyDictionary<K, B> Q { get; set; } }", "A K B")]
    [InlineData("class Root { public IEnumerable<A> P { get; set; } public HashSet<B> Q { get; set; } public IAsyncEnumerable<C> R { get; set; } }", "A B C")]
    [InlineData("class Root { public System.Collections.Immutable.ImmutableArray<A> P { get; set; } public Stack<B> Q { get; set; } public Queue<C> R { get; set; } }", "A B C")]
    [InlineData("class Root { public System.Collections.ArrayList P { get; set; } }", "System.Collections.ArrayList")]
    [InlineData("class Root : List<A> { public B P { get; set; } }", "A")]
    [InlineData("class Root { public SA? P { get; set; } public ReadOnlyMemory<SB> Q { get; set; } }", "SA SB System.Nullable<SA>")]
    [InlineData("class Root : Base { public A P { get; set; } } class Base : Deep { public B Q { get; set; } } class Deep { public C R { get; set; } }", "A B C")]
    [InlineData("class Root { public Inner P { get; set; } } class Inner { public A Q { get; set; } public Root Again { get; set; } }", "A Inner")]
    [InlineData("[JsonDerivedType(typeof(Derived), 1)] abstract class Root { } class Derived : Root { public A P { get; set; } }", "A Derived")]
    [InlineData("[JsonDerivedType(typeof(Derived), 1)] interface Root : Other { A P { get; } } interface Other { B Q { get; } } class Derived : Root { public A P => null; public B Q => null; }", "A B Derived")]
    [InlineData("record Root(A P, B Q) { public C R { get; init; } }", "A B C")]
    [InlineData("record Root([property: JsonIgnore] A P);", "A")]
    [InlineData("record struct Root(A P, B Q);", "A B")]
    [InlineData("class Root { [JsonIgnore] public A P { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public B Q { get; set; } }", "")]
    [InlineData("class Root { [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public A P { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public B Q { get; set; } }", "A B")]
    [InlineData("class Root { public Root(A a) { } public Root() { } }", "")]
    [InlineData("class Root { public Root(A a) { } }", "A")]
    [InlineData("class Root { [JsonConstructor] public Root(A a) { } public Root(B b) { } }", "A")]
    [InlineData("class Root { public Root(A a) { } public Root(B b) { } }", "")]
    [InlineData("struct Root { public Root(A a) { } }", "")]
    [InlineData("abstract class Root { public Root(A a) { } }", "")]
    [InlineData("[JsonConverter(typeof(Own))] class Root { public A P { get; set; } } class Own : JsonConverter<Root> { public override Root Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => null; public override void Write(System.Text.Json.Utf8JsonWriter w, Root v, System.Text.Json.JsonSerializerOptions o) { } }", "")]
    [InlineData("class Root { [JsonPropertyName(\"x\")] public Generic<A> P { get; set; } } class Generic<T> { public T Q { get; set; } public Generic<B> R { get; set; } }", "A B Generic<A> Generic<B>")]
    [InlineData("class Root { public (A X, B Y) P { get; set; } }", "A B")]
    [InlineData("class Root { public Uri P { get; set; } public Version Q { get; set; } public object R { get; set; } public string S { get; set; } public DayOfWeek T { get; set; } }", "Uri Version DayOfWeek")]
    [InlineData("class Root { [JsonExtensionData] public Dictionary<string, object> P { get; set; } public System.Text.Json.Nodes.JsonObject Q { get; set; } }", "System.Text.Json.Nodes.JsonObject")]
    [InlineData("partial class Hidden { class X { public A P { get; set; } } internal class Root { [JsonInclude] private X P { get; set; } public B Q { get; set; } } }", "B", "Hidden.Root")]
    public async Task It_has_what_the_generator_makes_metadata_of(string types, string expected, string root = "Root")
    {
        var names = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var source =
            $$"""
            #nullable disable
            #pragma warning disable
            {{PayloadTest.Usings}}
            class A; class B; class C; class D; class E; enum K { One } struct SA; struct SB;
            {{types}}
            [JsonSerializable(typeof({{root}}))] partial class ContextJson : JsonSerializerContext;
            static class Probes
            {
                public static Type[] All = [typeof({{root}}), typeof(A), typeof(B), typeof(C), typeof(D), typeof(E), typeof(K), typeof(SA), typeof(SB), typeof(SA?),
                    typeof(List<A>), typeof(A[]), typeof(B[]), typeof(C[]), typeof(C[][]), typeof(object), typeof(Uri), typeof(Version), typeof(DayOfWeek),
                    {{string.Concat(names.Select(name => $"typeof({name}), "))}}];
            }
            """;
        var compilation = PayloadTest.Compile(TestCompilation.References, source);
        var graph = new JsonTypeGraph(compilation.GetTypeByMetadataName("ContextJson")!, compilation).Find(CancellationToken.None);

        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        var probes = (await tree.GetRootAsync()).DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.ValueText == "Probes")
            .DescendantNodes().OfType<TypeOfExpressionSyntax>()
            .Select(probe => model.GetTypeInfo(probe.Type).Type!)
            .ToList();
        var found = probes.Where(type => graph.Contains(JsonTypeGraph.NameOf(type))).Select(type => type.ToDisplayString()).ToList();

        Assert.Equal(KnownAtRunTime(compilation, [.. probes.Select(type => type.ToDisplayString())]), found);
        Assert.Superset(names.Append(root).Select(name => NameOf(name, probes, tree, model)).ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public void A_type_without_end_ends()
    {
        // The JSON generator would not come back from it.
        var compilation = TestCompilation.Create(
            PayloadTest.Usings + """
            class Endless<T> { public Endless<List<T>>? P { get; set; } public Endless<HashSet<T>>? Q { get; set; } public T? R { get; set; } }
            class Last;
            [JsonSerializable(typeof(Endless<Last>))] partial class ContextJson : JsonSerializerContext;
            """);

        var graph = new JsonTypeGraph(compilation.GetTypeByMetadataName("ContextJson")!, compilation).Find(CancellationToken.None);

        Assert.Contains("global::Last", graph);
        Assert.InRange(graph.Count, 100, 10_000);
    }

    private static string NameOf(string written, List<ITypeSymbol> probes, SyntaxTree tree, SemanticModel model)
        => tree.GetRoot().DescendantNodes().OfType<TypeOfExpressionSyntax>()
            .Where(probe => probe.Type.ToString() == written)
            .Select(probe => model.GetTypeInfo(probe.Type).Type!)
            .First(type => probes.Contains(type, SymbolEqualityComparer.Default))
            .ToDisplayString();

    private static List<string> KnownAtRunTime(CSharpCompilation compilation, List<string> names)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        var assembly = new AssemblyLoadContext(name: null).LoadFromStream(stream);
        var probes = (Type[])assembly.GetType("Probes")!.GetField("All")!.GetValue(null)!;
        var context = (JsonSerializerContext)assembly.GetType("ContextJson")!.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return [.. probes.Zip(names).Where(probe => context.GetTypeInfo(probe.First) is not null).Select(probe => probe.Second)];
    }
}
