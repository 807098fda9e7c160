using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace SockJS.CodeFixes;

/// <summary>Writes JSON contexts. The simplifier cuts the names down to what the usings of the file allow.</summary>
internal static class JsonContextSyntax
{
    /// <summary>Adds a type to a context, laid out like the attributes that it has.</summary>
    public static ClassDeclarationSyntax Add(ClassDeclarationSyntax context, string type)
    {
        var lists = context.AttributeLists;
        if (lists.Count > 0)
        {
            var last = lists.LastOrDefault(IsOfTypes) ?? lists.Last();
            var isOnLineOfItsOwn = LineEnds(last).Any();
            var added = isOnLineOfItsOwn ? AttributeFor(type, Indentation(last), LineEnds(last)) : AttributeFor(type, [], [SyntaxFactory.Space]);
            return context.WithAttributeLists(lists.Insert(lists.IndexOf(last) + 1, added));
        }

        // The comments above the class stay above it.
        var list = AttributeFor(type, context.GetLeadingTrivia(), [SyntaxFactory.ElasticCarriageReturnLineFeed]);
        return context
            .WithLeadingTrivia(Indentation(context))
            .WithAttributeLists([list])
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Writes a context that is to follow another class.</summary>
    /// <param name="name">The name of the context.</param>
    /// <param name="types">The types that it lists.</param>
    /// <param name="baseType">The base class of contexts.</param>
    /// <param name="previous">The other class.</param>
    public static MemberDeclarationSyntax Create(string name, IEnumerable<string> types, TypeSyntax baseType, TypeDeclarationSyntax previous)
    {
        var lineEnd = previous.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (lineEnd == default)
            lineEnd = SyntaxFactory.LineFeed;

        var lists = string.Concat(types.Select(type => AttributeText(type) + lineEnd));
        var context = (ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"{lists}internal sealed partial class {name} : Base;")!;
        var lineEnds = LineEnds(previous).ToList();
        return context
            .ReplaceNode(context.BaseList!.Types[0].Type, baseType.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation))
            .WithLeadingTrivia(Enumerable.Repeat(lineEnd, lineEnds.Count == 0 ? 2 : 1))
            .WithTrailingTrivia(lineEnds)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    // Parsed, since the formatter lays out anew what a factory made.
    private static AttributeListSyntax AttributeFor(string type, IEnumerable<SyntaxTrivia> before, IEnumerable<SyntaxTrivia> after)
        => ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"{AttributeText(type)}class C;")!).AttributeLists[0]
            .WithLeadingTrivia(before)
            .WithTrailingTrivia(after)
            .WithAdditionalAnnotations(Simplifier.Annotation);

    private static string AttributeText(string type) => $"[global::System.Text.Json.Serialization.JsonSerializable(typeof({type}))]";

    private static bool IsOfTypes(AttributeListSyntax list)
        => list.Attributes.Any(attribute => attribute.Name.ToString().Contains("JsonSerializable"));

    private static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode node)
        => node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static IEnumerable<SyntaxTrivia> LineEnds(SyntaxNode node)
        => node.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
