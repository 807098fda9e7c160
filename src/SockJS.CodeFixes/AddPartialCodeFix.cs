using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Diagnostics;

namespace SockJS.CodeFixes;

/// <summary>Makes an endpoint class, or a type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class AddPartialCodeFix() : NodeCodeFix<TypeDeclarationSyntax>(DiagnosticIds.NotPartial)
{
    protected override string Title(Diagnostic diagnostic) => "Make it partial";

    protected override SyntaxNode Replace(TypeDeclarationSyntax node, Diagnostic diagnostic)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (node.Modifiers.Count > 0)
            return node.AddModifiers(partial);

        // Without modifiers the comments above the type belong to its keyword.
        return node
            .WithKeyword(node.Keyword.WithLeadingTrivia())
            .AddModifiers(partial.WithLeadingTrivia(node.Keyword.LeadingTrivia));
    }
}
