using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SockJS.CodeFixes;

/// <summary>Mends a diagnostic by replacing one node; all of a document are replaced in one go, so that Fix All costs no merging.</summary>
/// <param name="id">The diagnostic.</param>
/// <typeparam name="TNode">The kind of the node.</typeparam>
internal abstract class NodeCodeFix<TNode>(string id) : CodeFixProvider
    where TNode : SyntaxNode
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(
            async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => Find(root, diagnostic) is not null))
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title(diagnostic), token => ApplyAsync(context.Document, [diagnostic], token), GetType().Name),
                diagnostic);
        }
    }

    protected abstract string Title(Diagnostic diagnostic);

    /// <summary>Whether the node at the diagnostic can be mended.</summary>
    protected virtual bool CanReplace(TNode node, Diagnostic diagnostic) => true;

    protected abstract SyntaxNode Replace(TNode node, Diagnostic diagnostic);

    private async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return document;

        // Two diagnostics can ask for the same change, such as those of two classes nested in a third.
        var changes = new Dictionary<TNode, Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (Find(root, diagnostic) is { } node)
                changes[node] = diagnostic;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (original, current) => Replace(current, changes[original])));
    }

    private TNode? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();
        return node is not null && CanReplace(node, diagnostic) ? node : null;
    }
}
