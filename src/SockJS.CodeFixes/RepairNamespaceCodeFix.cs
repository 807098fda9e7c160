using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Adds the slash at the beginning of the name of a namespace. A name that is a constant elsewhere is left to the user.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RepairNamespaceCodeFix() : NodeCodeFix<LiteralExpressionSyntax>(DiagnosticIds.InvalidNamespace)
{
    protected override string Title(Diagnostic diagnostic) => $"Change the name to '{diagnostic.Properties[NamespaceNameParser.Key]}'";

    protected override bool CanReplace(LiteralExpressionSyntax node, Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(NamespaceNameParser.Key);

    protected override SyntaxNode Replace(LiteralExpressionSyntax node, Diagnostic diagnostic)
        => SyntaxFactory
            .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(diagnostic.Properties[NamespaceNameParser.Key]!))
            .WithTriviaFrom(node);
}
