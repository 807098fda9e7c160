using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SockJS.CodeFixes;

/// <summary>Mends diagnostics by changes elsewhere than where they are; several of them can ask for one change, so Fix All makes all in one go.</summary>
/// <param name="ids">The diagnostics.</param>
internal abstract class SolutionCodeFix(params string[] ids) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    public sealed override FixAllProvider GetFixAllProvider() => new AllAtOnce(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await TryGetTitleAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } title)
                context.RegisterCodeFix(CodeAction.Create(title, token => ApplyAsync(project, [diagnostic], token), GetType().Name), diagnostic);
        }
    }

    /// <summary>Says what will be done, or <see langword="null"/> if nothing can be.</summary>
    protected abstract Task<string?> TryGetTitleAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Mends diagnostics of a project, as far as they can be.</summary>
    protected abstract Task<Solution> ApplyAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private sealed class AllAtOnce(SolutionCodeFix fix) : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext context)
            => Task.FromResult<CodeAction?>(CodeAction.Create(
                "Fix all", token => ApplyAsync(context.WithCancellationToken(token)), context.CodeActionEquivalenceKey));

        private async Task<Solution> ApplyAsync(FixAllContext context)
        {
            var solution = context.Solution;
            var projects = context.Scope == FixAllScope.Solution ? solution.Projects : [context.Project];
            foreach (var id in projects.Select(project => project.Id))
            {
                var diagnostics = await FindAsync(context, context.Solution.GetProject(id)!).ConfigureAwait(false);
                if (!diagnostics.IsEmpty)
                    solution = await fix.ApplyAsync(solution.GetProject(id)!, diagnostics, context.CancellationToken).ConfigureAwait(false);
            }

            return solution;
        }

        private static Task<ImmutableArray<Diagnostic>> FindAsync(FixAllContext context, Project project)
            => context.Scope == FixAllScope.Document && context.Document is { } document
                ? context.GetDocumentDiagnosticsAsync(document)
                : context.GetAllDiagnosticsAsync(project);
    }
}
