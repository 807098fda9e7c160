using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Runs all analyzers together with the generator, so that a test also sees what a rule should leave to another.</summary>
internal static class AnalyzerTest
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(SockJSGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>Checks that exactly the marked diagnostics are reported, and that the compiler has no errors of its own.</summary>
    /// <returns>The messages, in the order of the source.</returns>
    public static async Task<IReadOnlyList<string>> VerifyAsync(params string[] markups)
    {
        var files = markups.Select(markup => Markup.Parse(TestCompilation.Usings + markup)).ToList();
        var compilation = TestCompilation.Create([.. files.Select(file => file.Source)]);
        return await VerifyAsync(compilation, files);
    }

    public static async Task<IReadOnlyList<string>> VerifyAsync(CSharpCompilation compilation, IReadOnlyList<Markup> files)
    {
        var output = JsonGenerator.Complete(GeneratorTest.Run(compilation));
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var reported = (await AnalyzeAsync(output))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        var expected = files.SelectMany((file, i) => file.Expected.Select(mark => $"File{i}.cs {mark.Span} {mark.Id}: {file.Source.Substring(mark.Span.Start, mark.Span.Length)}"));
        var actual = reported.Select(diagnostic =>
            $"{diagnostic.Location.SourceTree!.FilePath} {diagnostic.Location.SourceSpan} {diagnostic.Id}: {diagnostic.Location.SourceTree.GetText().ToString(diagnostic.Location.SourceSpan)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        return [.. reported.Select(diagnostic => diagnostic.GetMessage())];
    }

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => failures.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return diagnostics;
    }
}
