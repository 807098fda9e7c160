using System.Text.RegularExpressions;
using SockJS.DocSnippets.Markdown;
using SockJS.DocSnippets.Snippets;
using Xunit;

namespace SockJS.DocSnippets.Pages;

/// <summary>What a page shows of generated code is what the generator writes.</summary>
public sealed partial class GeneratedCodePageTests
{
    private const string Path = "docs/guide/generated-code.md";
    private const string Marker = "generated ";

    [Fact]
    public void The_page_shows_what_the_generator_writes()
    {
        var page = Repository.Page(Path);
        // The second file of namespaces is like that of endpoints, and not shown again.
        var generated = page.Blocks.Where(PageSnippets.IsCompiled)
            .SelectMany(block => SnippetCompiler.Generate([new Snippet(Path, block).Tree, PageSnippets.Surroundings[0]]))
            .Where(file => !file.Key.Contains("Embedded") && file.Key != "MapSocketIO.g.cs")
            .ToDictionary();

        var shown = page.Blocks.Where(block => block.Marker.StartsWith(Marker, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.Equal(WithoutVersion(generated[block.Marker[Marker.Length..]]), WithoutVersion(block.Code)));
        // The attribute for types that two assemblies have is the compiler's own.
        Assert.Equal(generated.Keys.Order(), shown.Select(block => block.Marker[Marker.Length..]).Order());
    }

    private static string WithoutVersion(string code) => Version().Replace(code.TrimEnd(), "\"SockJS.Generators\", \"…\"");

    [GeneratedRegex("\"SockJS.Generators\", \"[^\"]*\"")]
    private static partial Regex Version();
}
