using SockJS.DocSnippets.Markdown;
using Xunit;

namespace SockJS.DocSnippets;

public sealed class LinkTests
{
    public static TheoryData<string> AllPages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void The_relative_links_of_a_page_lead_somewhere(string path)
    {
        var page = Repository.Page(path);
        Assert.All(page.RelativeLinks, link => Assert.True(LeadsSomewhere(page, link), $"{path} links to {link}."));
    }

    [Fact]
    public void Every_page_of_the_documentation_can_be_reached_from_the_readme()
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(["README.md"]);
        while (next.TryPop(out var path))
        {
            if (!reached.Add(path))
                continue;
            foreach (var target in Repository.Page(path).RelativeLinks.Select(link => Target(path, link)).Where(IsPage))
                next.Push(target);
        }

        Assert.Empty(Repository.Find("docs", "*.md").Where(page => !page.StartsWith("docs/diagnostics/", StringComparison.Ordinal)).Except(reached));
    }

    private static bool LeadsSomewhere(MarkdownPage page, string link)
    {
        var target = Target(page.Path, link);
        var anchor = link.Split('#').ElementAtOrDefault(1);
        if (!Path.Exists(Repository.FullPath(target)))
            return false;
        return anchor is null || (IsPage(target) && Repository.Page(target).Anchors.Contains(anchor));
    }

    private static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.FullPath(path));

    private static string Target(string page, string link)
    {
        var file = link.Split('#')[0];
        if (file.Length == 0)
            return page;
        var full = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, file));
        return Path.GetRelativePath(Repository.Root, full).Replace('\\', '/');
    }
}
