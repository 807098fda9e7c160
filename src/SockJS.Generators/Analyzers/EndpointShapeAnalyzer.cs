using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that code can be added to an endpoint class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndpointShapeAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotPartial, Rules.UnsupportedClass];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
        => TargetParser.TryParse(endpoint, context.ReportDiagnostic, context.CancellationToken);
}
