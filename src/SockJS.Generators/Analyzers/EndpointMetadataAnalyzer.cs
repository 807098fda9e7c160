using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that the attributes of an endpoint class can become metadata of its routes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndpointMetadataAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.AttributeNotCopied];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
        => MetadataParser.Parse(endpoint, context.Compilation, new WarningIds(), context.ReportDiagnostic, context.CancellationToken);
}
