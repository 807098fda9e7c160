using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Takes back the advice to make a handler static that uses no field: a static method cannot be a handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandlerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_static = new("SOCKJS901", "CA1822", "A handler is called on the instance of its connection");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_static];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsHandler(diagnostic.Location, context.GetSemanticModel, context.CancellationToken))
                context.ReportSuppression(Suppression.Create(s_static, diagnostic));
        }
    }

    private static bool IsHandler(Location place, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
        => place.SourceTree is { } tree
            && modelOf(tree).GetDeclaredSymbol(tree.GetRoot(cancellationToken).FindNode(place.SourceSpan), cancellationToken) is IMethodSymbol method
            && HandlerFinder.AttributesOf(method).Any();
}
