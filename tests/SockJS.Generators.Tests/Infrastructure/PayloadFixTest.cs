using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>
/// Applies a code fix that changes several files, in a project without reflection. What is marked in the first file is a diagnostic of another rule
/// that the fix is for.
/// </summary>
internal sealed class PayloadFixTest(CodeFixProvider provider)
{
    /// <summary>Applies the only fix of the first diagnostic.</summary>
    /// <param name="before">The files, each of them complete.</param>
    /// <param name="after">What becomes of them.</param>
    /// <returns>The title of the fix.</returns>
    public async Task<string> VerifyAsync(string[] before, params string[] after)
    {
        var (project, diagnostics) = await OpenAsync(before);
        var action = Assert.Single(await FixesOfAsync(project, diagnostics[0]));
        await AssertFilesAsync(await ApplyAsync(project, action), after);
        return action.Title;
    }

    public async Task VerifyFixAllAsync(string[] before, params string[] after)
    {
        var (project, diagnostics) = await OpenAsync(before);
        Assert.True(diagnostics.Length > 1, "Fix All needs several diagnostics.");
        var first = Assert.Single(await FixesOfAsync(project, diagnostics[0]));
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var context = new FixAllContext(
                project.Documents.First(), provider, scope, first.EquivalenceKey!, [diagnostics[0].Id], new Known(diagnostics), CancellationToken.None);
            var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
            var changed = await ApplyAsync(project, action!);
            await AssertFilesAsync(changed, after);
            Assert.Empty(await AnalyzeAsync(changed));
        }
    }

    public async Task VerifyNoFixAsync(params string[] files)
    {
        var (project, diagnostics) = await OpenAsync(files);
        Assert.Empty(await FixesOfAsync(project, diagnostics[0]));
    }

    private static async Task<(Project Project, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync(string[] markups)
    {
        var files = markups.Select(markup => Markup.Parse(Lines(markup))).ToList();
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options, parseOptions: TestCompilation.ParseOptions, metadataReferences: TestCompilation.References));
        for (var i = 0; i < files.Count; i++)
            project = project.AddDocument($"File{i}.cs", SourceText.From(files[i].Source), filePath: $"File{i}.cs").Project;

        var tree = await project.Documents.First().GetSyntaxTreeAsync();
        var marked = files[0].Expected.Select(mark => Diagnostic.Create(
            new DiagnosticDescriptor(mark.Id, mark.Id, mark.Id, "Test", DiagnosticSeverity.Error, isEnabledByDefault: true), Location.Create(tree!, mark.Span)));
        return (project, [.. marked, .. await AnalyzeAsync(project)]);
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        return (await PayloadTest.AnalyzeAsync(compilation!, PayloadTest.WithoutReflection))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }

    private async Task<List<CodeAction>> FixesOfAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        return operation.ChangedSolution.GetProject(project.Id)!;
    }

    private static async Task AssertFilesAsync(Project project, string[] expected)
    {
        var texts = await Task.WhenAll(project.Documents.Select(async document => (await document.GetTextAsync()).ToString()));
        Assert.Equal(expected.Select(Lines), texts.Select(Lines));
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
