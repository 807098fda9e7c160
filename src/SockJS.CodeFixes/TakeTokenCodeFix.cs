using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SockJS.Generators.Diagnostics;

namespace SockJS.CodeFixes;

/// <summary>Lets a method that returns a sequence take a cancellation token. What the token ends is left to the user.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class TakeTokenCodeFix() : NodeCodeFix<MethodDeclarationSyntax>(DiagnosticIds.EndlessStream)
{
    private const string Name = "cancellationToken";

    protected override string Title(Diagnostic diagnostic) => "Take a cancellation token";

    // What is overridden or implemented has to change first.
    protected override bool CanReplace(MethodDeclarationSyntax node, Diagnostic diagnostic)
        => !node.Modifiers.Any(SyntaxKind.OverrideKeyword)
            && node.ParameterList.Parameters.All(parameter => parameter.Identifier.ValueText != Name);

    protected override SyntaxNode Replace(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        var parameters = node.ParameterList.Parameters;
        // Parameters with a default value stay at the end.
        var position = parameters.TakeWhile(parameter => parameter.Default is null).Count();
        return node.WithParameterList(node.ParameterList.WithParameters(Insert(parameters, position, Parameter(IsIterator(node)))));
    }

    private static SeparatedSyntaxList<ParameterSyntax> Insert(SeparatedSyntaxList<ParameterSyntax> list, int position, ParameterSyntax item)
    {
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var items = list.Insert(position, item);
        return SyntaxFactory.SeparatedList(items, items.GetSeparators().Select(old => list.GetSeparators().Contains(old) ? old : comma));
    }

    private static ParameterSyntax Parameter(bool isIterator)
    {
        var token = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)).WithType(TypeName("System.Threading.CancellationToken").WithTrailingTrivia(SyntaxFactory.Space));
        if (!isIterator)
            return token;

        var attribute = SyntaxFactory.Attribute(TypeName("System.Runtime.CompilerServices.EnumeratorCancellation"));
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithTrailingTrivia(SyntaxFactory.Space);
        return token.AddAttributeLists(list);
    }

    // The simplifier cuts it down to what the usings of the file allow.
    private static NameSyntax TypeName(string name) => SyntaxFactory.ParseName("global::" + name).WithAdditionalAnnotations(Simplifier.Annotation);

    private static bool IsIterator(MethodDeclarationSyntax node)
        => node.Modifiers.Any(SyntaxKind.AsyncKeyword)
            && node.DescendantNodes(inner => inner is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<YieldStatementSyntax>().Any();
}
