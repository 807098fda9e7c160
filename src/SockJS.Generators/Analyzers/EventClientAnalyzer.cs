using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can implement the client interface of a namespace.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EventClientAnalyzer : NamespaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidEventClient];

    protected override void Analyze(INamedTypeSymbol type, ClassAnalysisContext context)
        => _ = ClientParser.TryParse(context.ParseClient(), out _);
}
