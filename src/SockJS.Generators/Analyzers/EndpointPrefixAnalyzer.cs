using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that a prefix is a plain path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndpointPrefixAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidPrefix];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        PrefixParser.TryParse(endpoint, context.ReportDiagnostic, context.CancellationToken);
        ChannelParser.TryParse(endpoint, context.ReportDiagnostic, context.CancellationToken);
    }
}
