using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds handlers in classes that are no endpoints, where nobody calls them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MisplacedHandlerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HandlerOutsideEndpoint];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        foreach (var (kind, attribute) in HandlerParser.AttributesOf(method))
        {
            if (method.ContainingType.HasAttribute(KnownNames.EndpointAttribute))
                return;

            context.ReportDiagnostic(Diagnostic.Create(
                Rules.HandlerOutsideEndpoint,
                Locations.Attribute(attribute, context.CancellationToken),
                method.Name,
                HandlerParser.NameOf(kind),
                method.ContainingType.Name));
        }
    }
}
