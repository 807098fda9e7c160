using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each endpoint class by itself, and at each channel class, which is one in all but its place.</summary>
internal abstract class EndpointAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is null)
                return;

            var reported = new ConcurrentDictionary<(string Id, Location Place, string Message), bool>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && type.FindAnnotation() is not null)
                        Analyze(type, new EndpointAnalysisContext(symbol, SupportedDiagnostics, reported));
                },
                SymbolKind.NamedType);
        });
    }

    protected abstract void Analyze(INamedTypeSymbol endpoint, EndpointAnalysisContext context);
}
