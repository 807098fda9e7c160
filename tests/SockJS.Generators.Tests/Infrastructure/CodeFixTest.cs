using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Applies a code fix to a document, once or for all its diagnostics.</summary>
internal sealed class CodeFixTest(CodeFixProvider provider)
{
    private string Id => provider.FixableDiagnosticIds.Single();

    /// <summary>Applies the only fix of the only diagnostic.</summary>
    /// <returns>The title of the fix.</returns>
    public async Task<string> VerifyAsync(string before, string after)
    {
        var document = CreateDocument(before);
        var action = Assert.Single(await FixesOfAsync(document, Assert.Single(await DiagnosticsOfAsync(document))));
        await AssertFixedAsync(await ApplyAsync(document, action), after);
        return action.Title;
    }

    public async Task VerifyFixAllAsync(string before, string after)
    {
        var document = CreateDocument(before);
        var diagnostics = await DiagnosticsOfAsync(document);
        Assert.True(diagnostics.Length > 1, "Fix All needs several diagnostics.");
        var first = Assert.Single(await FixesOfAsync(document, diagnostics[0]));

        var context = new FixAllContext(document, provider, FixAllScope.Document, first.EquivalenceKey!, [Id], new Known(diagnostics), CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        await AssertFixedAsync(await ApplyAsync(document, action!), after);
    }

    public async Task VerifyNoFixAsync(string source)
    {
        var document = CreateDocument(source);
        Assert.Empty(await FixesOfAsync(document, Assert.Single(await DiagnosticsOfAsync(document))));
    }

    private static Document CreateDocument(string source)
    {
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options, parseOptions: TestCompilation.ParseOptions, metadataReferences: TestCompilation.References);
        return new AdhocWorkspace().AddProject(project).AddDocument("File0.cs", SourceText.From(Lines(TestCompilation.Usings + source)));
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsOfAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        return [.. (await AnalyzerTest.AnalyzeAsync(compilation!)).Where(diagnostic => diagnostic.Id == Id).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private async Task<List<CodeAction>> FixesOfAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    private async Task AssertFixedAsync(Document document, string expected)
    {
        Assert.Equal(Lines(TestCompilation.Usings + expected), Lines((await document.GetTextAsync()).ToString()));
        Assert.Empty(await DiagnosticsOfAsync(document));
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
