using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can make the session manager of an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ManagerAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidManager];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
        => _ = ManagerParser.TryParse(context.Parse(), out _);
}
