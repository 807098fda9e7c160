using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds sequences that cannot be told to end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndlessStreamAnalyzer : EndpointAnalyzer
{
    private static readonly HandlerKind[] s_kinds = [HandlerKind.Open, HandlerKind.Message];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.EndlessStream];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        var parser = context.Parse();
        foreach (var kind in s_kinds)
        {
            foreach (var (method, _) in HandlerFinder.FindAll(endpoint, kind))
            {
                if (HandlerResultParser.TryParse(method, kind, parser) is { IsStream: true } && IsOpenToChange(method, context) && !method.Parameters.Any(IsToken))
                    context.ReportDiagnostic(Diagnostic.Create(Rules.EndlessStream, Locations.Identifier(method), method.Name));
            }
        }
    }

    private static bool IsOpenToChange(IMethodSymbol method, ClassAnalysisContext context)
        => method.Locations is [{ SourceTree: { } tree }, ..] && context.Compilation.ContainsSyntaxTree(tree);

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.IsNamed(KnownNames.CancellationToken);
}
