using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SockJS.CodeFixes;

/// <summary>Writes the right name where a wrong one stands. One that is a constant elsewhere is left to the user.</summary>
/// <param name="id">The diagnostic.</param>
/// <param name="key">By which the diagnostic has the right name.</param>
/// <param name="what">What the name is called.</param>
internal abstract class RepairNameCodeFix(string id, string key, string what) : NodeCodeFix<LiteralExpressionSyntax>(id)
{
    protected override string Title(Diagnostic diagnostic) => $"Change the {what} to '{diagnostic.Properties[key]}'";

    protected override bool CanReplace(LiteralExpressionSyntax node, Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(key);

    protected override SyntaxNode Replace(LiteralExpressionSyntax node, Diagnostic diagnostic)
        => SyntaxFactory
            .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(diagnostic.Properties[key]!))
            .WithTriviaFrom(node);
}
