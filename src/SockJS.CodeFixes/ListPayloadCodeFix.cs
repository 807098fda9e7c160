using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Adds the type of a payload to a JSON context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ListPayloadCodeFix() : SolutionCodeFix(DiagnosticIds.PayloadNotListed)
{
    protected override async Task<string?> TryGetTitleAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await FindContextAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is { } context
            ? $"Add [JsonSerializable(typeof({diagnostic.Properties[PayloadRemedy.NameKey]}))] to {context.Identifier.ValueText}"
            : null;

    protected override async Task<Solution> ApplyAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var additions = new Dictionary<ClassDeclarationSyntax, List<string>>();
        foreach (var diagnostic in diagnostics)
        {
            if (await FindContextAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is not { } context)
                continue;
            if (!additions.TryGetValue(context, out var types))
                additions.Add(context, types = []);
            types.Add(diagnostic.Properties[PayloadRemedy.TypeKey]!);
        }

        var solution = new SolutionEditor(project.Solution);
        foreach (var (context, types) in additions.Select(addition => (addition.Key, addition.Value.Distinct())))
        {
            var document = project.GetDocument(context.SyntaxTree)!;
            var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(context, (current, _) => types.Aggregate((ClassDeclarationSyntax)current, JsonContextSyntax.Add));
        }

        return solution.GetChangedSolution();
    }

    // Of a context in several parts the one that lists types already.
    private static async Task<ClassDeclarationSyntax?> FindContextAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(PayloadRemedy.ContextKey, out var id)
            || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return null;
        }

        return DocumentationCommentId.GetSymbolsForDeclarationId(id!, compilation)
            .SelectMany(context => context.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<ClassDeclarationSyntax>()
            .Where(declaration => project.GetDocument(declaration.SyntaxTree) is not null)
            .OrderByDescending(declaration => declaration.AttributeLists.Count)
            .FirstOrDefault();
    }
}
