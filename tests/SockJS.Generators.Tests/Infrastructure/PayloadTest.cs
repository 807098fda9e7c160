using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Analyzers;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Runs the rule for payloads, in projects that build with JSON contexts and have properties.</summary>
internal static class PayloadTest
{
    public const string Usings = TestCompilation.Usings + "using System.Text.Json.Serialization;\n";

    public static (string, string) WithoutReflection { get; } = ("JsonSerializerIsReflectionEnabledByDefault", "false");

    /// <summary>Checks that exactly the marked diagnostics are reported, in code without errors.</summary>
    /// <returns>The messages, in the order of the source.</returns>
    public static Task<IReadOnlyList<string>> VerifyAsync((string Name, string Value) property, params string[] markups)
        => VerifyAsync(TestCompilation.References, property, markups);

    public static async Task<IReadOnlyList<string>> VerifyAsync(
        ImmutableArray<MetadataReference> references, (string Name, string Value) property, params string[] markups)
    {
        var files = markups.Select(markup => Markup.Parse(Usings + markup)).ToList();
        var compilation = Compile(references, [.. files.Select(file => file.Source)]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var reported = (await AnalyzeAsync(compilation, property))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        var expected = files.SelectMany((file, i) => file.Expected.Select(mark => $"File{i}.cs {mark.Span} {mark.Id}"));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            reported.Select(found => $"{found.Location.SourceTree!.FilePath} {found.Location.SourceSpan} {found.Id}").Order(StringComparer.Ordinal));
        return [.. reported.Select(diagnostic => diagnostic.GetMessage())];
    }

    /// <summary>Compiles sources with the half of their contexts that the framework writes.</summary>
    public static CSharpCompilation Compile(ImmutableArray<MetadataReference> references, params string[] sources)
        => (CSharpCompilation)JsonGenerator.Complete(TestCompilation.Create(sources).WithReferences(references));

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, (string Name, string Value) property)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Properties(property.Name, property.Value)),
            onAnalyzerException: (exception, analyzer, _) => failures.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new JsonPayloadAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return diagnostics;
    }

    /// <summary>A property of the project, as the compiler hands it to analyzers.</summary>
    private sealed class Properties(string name, string value) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(name, value);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string name, string value) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
            {
                found = key == $"build_property.{name}" ? value : null;
                return found is not null;
            }
        }
    }
}
