using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds payloads that have no members to stand beside the name of a message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FlatPayloadAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.FlatPayload];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        HandlerParser.TryParseAll(context.Parse());
        _ = ClientParser.TryParse(context.ParseClient(), out _);
    }
}
