using SockJS.DocSnippets.Markdown;
using Xunit;

namespace SockJS.DocSnippets.Pages;

/// <summary>The configurations that the page shows are the files beside it, which are tested with the proxies themselves.</summary>
public sealed class ScalingPageTests
{
    private const string Folder = "docs/guide";
    private const string Part = "part of ";

    private static readonly IReadOnlyList<CodeBlock> s_configurations =
        [.. Repository.Page($"{Folder}/scaling.md").Blocks.Where(block => block.Language is "nginx" or "haproxy")];

    public static TheoryData<string> Files => [.. Repository.Find($"{Folder}/proxies", "*").Select(path => path[(Folder.Length + 1)..])];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_configuration_is_shown_as_it_is(string file)
    {
        var text = Repository.Read($"{Folder}/{file}").ReplaceLineEndings("\n");
        var block = Assert.Single(s_configurations, block => block.Marker == file || block.Marker == Part + file);

        if (block.Marker == file)
            Assert.Equal(text.TrimEnd(), block.Code);
        else
            Assert.Contains($"\n{block.Code}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_configuration_is_shown_that_is_not_a_file()
        => Assert.All(s_configurations, block => Assert.Contains(block.Marker.Replace(Part, "", StringComparison.Ordinal), Files.Select(row => row.Data)));
}
