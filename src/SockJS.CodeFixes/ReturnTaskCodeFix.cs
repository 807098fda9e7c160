using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SockJS.Generators.Diagnostics;

namespace SockJS.CodeFixes;

/// <summary>Turns <c>async void</c> into <c>async Task</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ReturnTaskCodeFix() : NodeCodeFix<MethodDeclarationSyntax>(DiagnosticIds.AsyncVoid)
{
    protected override string Title(Diagnostic diagnostic) => "Return Task";

    protected override SyntaxNode Replace(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        // The simplifier cuts it down to what the usings of the file allow.
        var task = SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task").WithAdditionalAnnotations(Simplifier.Annotation);
        return node.WithReturnType(task.WithTriviaFrom(node.ReturnType));
    }
}
