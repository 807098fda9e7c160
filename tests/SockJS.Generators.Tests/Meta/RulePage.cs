using SockJS.Generators.Tests.Infrastructure;

namespace SockJS.Generators.Tests.Meta;

/// <summary>The page of a rule in the documentation.</summary>
internal sealed class RulePage
{
    private RulePage(string text)
    {
        Text = text;
        Sections = [.. text.Split("\n## ").Skip(1).Select(section => section.Split('\n', 2)).Select(parts => (parts[0], parts[1]))];
    }

    public string Text { get; }

    public IReadOnlyList<(string Heading, string Text)> Sections { get; }

    public static RulePage Read(string id)
        => new(File.ReadAllText(Path.Combine(Paths.Repository, "docs", "diagnostics", $"{id}.md")).ReplaceLineEndings("\n"));

    /// <summary>Returns the first block of a section whose fence says what it is.</summary>
    public string CodeOf(string heading, string fence)
    {
        var section = Sections.Single(section => section.Heading == heading).Text;
        var blocks = section.Split($"```{fence}\n", 2);
        return blocks.Length == 2 ? blocks[1].Split("\n```", 2)[0] : "";
    }
}
