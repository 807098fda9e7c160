using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>
/// The generator of System.Text.Json, which writes the other half of contexts. As in a build it sees nothing of ours, and we see nothing of
/// it; the compiler sees both.
/// </summary>
internal static class JsonGenerator
{
    private static readonly Lazy<ISourceGenerator> s_generator = new(Load);

    /// <summary>Adds what it emits, if there is a context.</summary>
    public static Compilation Complete(Compilation compilation)
    {
        if (!compilation.ContainsSymbolsWithName(name => name.EndsWith("Json", StringComparison.Ordinal), SymbolFilter.Type))
            return compilation;

        CSharpGeneratorDriver
            .Create([s_generator.Value], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        return complete;
    }

    // The SDK that built the tests has it beside its reference assemblies.
    private static ISourceGenerator Load()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var pack = Directory.EnumerateDirectories(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref")).Max(StringComparer.Ordinal)!;
        var assembly = Assembly.LoadFrom(Path.Combine(pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll"));
        var type = assembly.GetTypes().Single(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false));
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
