using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each endpoint class by itself.</summary>
internal abstract class EndpointAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is not null)
                start.RegisterSymbolAction(Visit, SymbolKind.NamedType);
        });
    }

    protected abstract void Analyze(INamedTypeSymbol endpoint, SymbolAnalysisContext context);

    private void Visit(SymbolAnalysisContext context)
    {
        if (context.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && type.HasAttribute(KnownNames.EndpointAttribute))
            Analyze(type, context);
    }
}
