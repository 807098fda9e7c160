using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SockJS.Generators.Helpers;

/// <summary>Spells identifiers, types and strings so that they mean the same in a file without usings.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The qualified name; a <c>?</c> at its end is dropped, one inside it is kept.</summary>
    public static string Type(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(s_qualified);

    /// <summary>The qualified name as it was declared, with a <c>?</c> at its end.</summary>
    public static string DeclaredType(ITypeSymbol type) => type.ToDisplayString(s_qualified);

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Moves all lines after the first to the right.</summary>
    public static string Indent(string text, int depth = 1) => text.Replace("\n", "\n" + new string(' ', 4 * depth));
}
