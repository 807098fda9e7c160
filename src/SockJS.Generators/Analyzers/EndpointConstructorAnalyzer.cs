using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that generated code can create an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndpointConstructorAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.AmbiguousConstructor, Rules.UnsupportedConstructorParameter, Rules.RequiredMember];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        // What is wrong with the class is the matter of another rule.
        if (TargetParser.FindProblem(endpoint) is null)
            ConstructorParser.TryParse(endpoint, new WarningIds(), context.ReportDiagnostic, context.CancellationToken);
    }
}
