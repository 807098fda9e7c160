using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds handlers inside of methods. They are members of no class, so nobody meets them there.</summary>
internal static class LocalHandlers
{
    public static SyntaxKind[] Kinds { get; } = [SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression];

    public static void Report(SyntaxNodeAnalysisContext context)
    {
        if (HasNoAttribute(context.Node) || FindMethod(context) is not { } method)
            return;

        var name = method.MethodKind == MethodKind.LocalFunction ? method.Name : "The lambda";
        foreach (var (kind, attribute) in HandlerFinder.AttributesOf(method))
        {
            var place = Locations.Attribute(attribute, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(ClassKind.Of(kind).HandlerOutsideRule, place, name, HandlerFinder.NameOf(kind), "it is inside of a method"));
        }
    }

    private static bool HasNoAttribute(SyntaxNode node)
        => node is LocalFunctionStatementSyntax { AttributeLists.Count: 0 } or LambdaExpressionSyntax { AttributeLists.Count: 0 };

    private static IMethodSymbol? FindMethod(SyntaxNodeAnalysisContext context)
        => (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol) as IMethodSymbol;
}
