using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.DocSnippets.Snippets;

/// <summary>Compiles code like a web project that references the package: with its generator and its analyzers.</summary>
internal static class SnippetCompiler
{
    // What code finds that is shown, of all that lies beside these tests: the library, and what tests of it use.
    private static readonly string[] s_shown =
        ["SockJS.dll", "SockJS.SocketIO.dll", "SockJS.Testing.dll", "Microsoft.AspNetCore.Mvc.Testing.dll", "Microsoft.AspNetCore.TestHost.dll", "xunit.v3.assert.dll", "xunit.v3.core.dll"];

    private static readonly ImmutableArray<MetadataReference> s_references = [.. FindReferences()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(SockJSGenerator).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Returns what the compiler finds wrong, warnings included.</summary>
    public static async Task<IReadOnlyList<string>> CompileAsync(IReadOnlyCollection<SyntaxTree> trees, bool isProgram)
    {
        RunGenerator(trees, isProgram, out var complete, out var generatorDiagnostics);
        complete = JsonGenerator.Complete(complete);

        var diagnostics = await complete.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. generatorDiagnostics.Concat(diagnostics).Where(IsProblem).Select(found => found.ToString())];
    }

    /// <summary>Returns what the generator writes for a program, by the names of its files.</summary>
    public static IReadOnlyDictionary<string, string> Generate(IReadOnlyCollection<SyntaxTree> trees)
        => RunGenerator(trees, isProgram: true, out _, out _).GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static GeneratorDriver RunGenerator(
        IReadOnlyCollection<SyntaxTree> trees, bool isProgram, out Compilation complete, out ImmutableArray<Diagnostic> diagnostics)
    {
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("Snippet", trees, s_references, options);
        return CSharpGeneratorDriver
            .Create([new SockJSGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)trees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out complete, out diagnostics, TestContext.Current.CancellationToken);
    }

    // Suggestions of the compiler do not count, ours do.
    private static bool IsProblem(Diagnostic found)
        => found.Severity >= DiagnosticSeverity.Warning || (found.Severity == DiagnosticSeverity.Info && found.Id.StartsWith("SOCKJS", StringComparison.Ordinal));

    private static IEnumerable<MetadataReference> FindReferences()
    {
        var all = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return all
            .Where(path => IsShown(Path.GetFileName(path)) || !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    // Of what lies beside the tests, what readers have too.
    private static bool IsShown(string file) => s_shown.Contains(file) || file.StartsWith("OpenTelemetry", StringComparison.Ordinal);
}
