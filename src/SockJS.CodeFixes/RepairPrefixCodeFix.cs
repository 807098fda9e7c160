using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Adds and removes the slashes of a prefix. A prefix that is a constant elsewhere is left to the user.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RepairPrefixCodeFix() : NodeCodeFix<LiteralExpressionSyntax>(DiagnosticIds.InvalidPrefix)
{
    protected override string Title(Diagnostic diagnostic) => $"Change the prefix to '{diagnostic.Properties[PrefixRepair.Key]}'";

    protected override bool CanReplace(LiteralExpressionSyntax node, Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(PrefixRepair.Key);

    protected override SyntaxNode Replace(LiteralExpressionSyntax node, Diagnostic diagnostic)
        => SyntaxFactory
            .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(diagnostic.Properties[PrefixRepair.Key]!))
            .WithTriviaFrom(node);
}
