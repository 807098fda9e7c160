using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks the name of a namespace, and that parameters ask for values that it has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NamespaceNameAnalyzer : NamespaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidNamespace, Rules.InvalidNamespaceValue];

    protected override void Analyze(INamedTypeSymbol type, ClassAnalysisContext context)
    {
        if (NamespaceNameParser.TryParse(type, context.ReportDiagnostic, context.CancellationToken) is { } name)
            NamespaceValueParser.CheckAll(name, context.Parse());
    }
}
