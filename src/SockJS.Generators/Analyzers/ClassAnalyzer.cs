using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each annotated class by itself.</summary>
/// <param name="find">Finds the attribute of the classes that the analyzer is for.</param>
internal abstract class ClassAnalyzer(Func<ISymbol, AttributeData?> find) : DiagnosticAnalyzer
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
                    if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && find(type) is not null)
                        Analyze(type, new ClassAnalysisContext(symbol, SupportedDiagnostics, reported));
                },
                SymbolKind.NamedType);
        });
    }

    protected abstract void Analyze(INamedTypeSymbol type, ClassAnalysisContext context);
}
