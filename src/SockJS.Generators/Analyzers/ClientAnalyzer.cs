using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can implement the client interface of an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ClientAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidClient];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
        => _ = ClientParser.TryParse(context.ParseClient(), out _);
}
