using System.Text.RegularExpressions;

namespace SockJS.DocSnippets.Markdown;

/// <summary>A page, as far as the tests have to understand it: fenced blocks, links, headings and the rows of tables.</summary>
internal sealed partial class MarkdownPage
{
    private const string Fence = "```";

    public MarkdownPage(string path, string text)
    {
        Path = path;
        var blocks = new List<CodeBlock>();
        var prose = new List<string>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                prose.Add(lines[i]);
                continue;
            }

            var info = lines[i][Fence.Length..].Trim().Split(' ', 2);
            var start = ++i;
            while (i < lines.Length && lines[i] != Fence)
                i++;
            blocks.Add(new CodeBlock(info[0], info.ElementAtOrDefault(1) ?? "", start + 1, string.Join('\n', lines[start..i])));
        }

        Blocks = blocks;
        Prose = prose;
    }

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>Gets the lines outside of fenced blocks.</summary>
    public IReadOnlyList<string> Prose { get; }

    /// <summary>Gets the targets of all links that stay within the repository.</summary>
    public IEnumerable<string> RelativeLinks => Prose
        .SelectMany(line => Link().Matches(InlineCode().Replace(line, "")))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>Gets the names by which links reach the headings, made as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => Prose
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Gets the cells of all rows whose first cell is nothing but a name in code quotes.</summary>
    public ILookup<string, string[]> Rows => Prose
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .ToLookup(cells => cells[0].Trim('`'));

    /// <summary>Gets whatever stands in code quotes.</summary>
    public IEnumerable<string> InlineCodes => Prose.SelectMany(line => InlineCode().Matches(line)).Select(match => match.Value.Trim('`'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
