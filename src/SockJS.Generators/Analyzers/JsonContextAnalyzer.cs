using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can name the JSON context of an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class JsonContextAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidJsonContext];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
        => _ = JsonContextParser.TryParse(context.Parse(), out _);
}
