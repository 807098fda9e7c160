using SockJS.DocSnippets.Markdown;
using SockJS.DocSnippets.Snippets;
using Xunit;

namespace SockJS.DocSnippets;

public sealed class SnippetTests
{
    public static TheoryData<string> PagesWithCode => [.. Repository.Pages.Where(path => Repository.Page(path).Blocks.Any(PageSnippets.IsCompiled))];

    public static TheoryData<string> PagesOfRules => [.. Repository.Find("docs/diagnostics", "SOCKJS*.md")];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public async Task The_code_of_a_page_compiles_without_a_warning(string path)
    {
        var problems = await PageSnippets.CompileAsync(Repository.Page(path));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(PagesOfRules))]
    public async Task The_wrong_code_of_a_rule_breaks_it_and_nothing_else(string path)
    {
        var page = Repository.Page(path);
        var snippet = new Snippet(path, Assert.Single(page.Blocks, block => block.Marker == "wrong"));
        var problems = await SnippetCompiler.CompileAsync([snippet.Tree, .. PageSnippets.Surroundings], snippet.HasStatements);
        Assert.NotEmpty(problems);
        // The path of the page has the id in it too.
        Assert.All(problems, problem => Assert.Matches($"^[^:]*: (info|warning|error) {Path.GetFileNameWithoutExtension(path)}: ", problem));
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_found_and_its_line_is_named()
    {
        var page = new MarkdownPage("page.md", "Text\n```csharp\napp.MapNothing();\n```\n```csharp wrong\nnonsense\n```");
        Assert.Contains("page.md(3,5): error CS1061", Assert.Single(await PageSnippets.CompileAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_breaks_a_rule_of_the_analyzers_is_found()
    {
        var page = new MarkdownPage("page.md", "```csharp\n[SockJSEndpoint(\"/x\")]\npublic partial class X;\n```");
        Assert.Contains("SOCKJS102", Assert.Single(await PageSnippets.CompileAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_of_the_readme_is_the_echo_sample()
    {
        var program = Repository.Page("README.md").Blocks.First(PageSnippets.IsCompiled).Code;
        Assert.Equal(Repository.Read("samples/Echo/Program.cs").ReplaceLineEndings("\n").TrimEnd(), program);
    }
}
