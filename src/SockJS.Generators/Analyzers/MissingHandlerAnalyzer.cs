using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds endpoints that do nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingHandlerAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoHandlers];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        var handlers = HandlerFinder.FindAll(endpoint, HandlerKind.Message).Concat(HandlerFinder.FindAll(endpoint, HandlerKind.Open));
        if (TargetParser.FindProblem(endpoint) is null && !handlers.Any())
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoHandlers, Locations.Identifier(endpoint), endpoint.Name));
    }
}
