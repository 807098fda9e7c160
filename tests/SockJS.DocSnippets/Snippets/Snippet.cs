using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.DocSnippets.Markdown;

namespace SockJS.DocSnippets.Snippets;

/// <summary>A C# block of a page. Its lines have the numbers of the page, so that the compiler's messages lead there.</summary>
internal sealed class Snippet(string page, CodeBlock block)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest);

    private readonly CompilationUnitSyntax _root = (CompilationUnitSyntax)Parse(new string('\n', block.Line - 1) + block.Code, page).GetRoot();

    public SyntaxTree Tree => _root.SyntaxTree;

    public bool HasStatements => _root.Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>Gets a value indicating whether the block makes its own application, and so has to say all that a program says.</summary>
    public bool IsProgram => _root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.ValueText == "app");

    public IEnumerable<string> TypeNames => _root.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText);

    public static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, s_options, path);

    /// <summary>Returns the types of the block, without those that a later block shows again.</summary>
    public SyntaxTree TypesExcept(IReadOnlySet<string> shownAgain)
    {
        var members = _root.Members.Where(member => member is BaseTypeDeclarationSyntax type && !shownAgain.Contains(type.Identifier.ValueText));
        return Tree.WithRootAndOptions(_root.WithMembers([.. members]), s_options);
    }
}
