using System.Text.RegularExpressions;
using System.Xml.Linq;
using SockJS.PackageTests;

namespace SockJS.AotTests;

/// <summary>What the guide tells users to write is what the published programs are made with.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public async Task The_guide_shows_the_roots_of_the_trimmer()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "guide", "aot.md"));
        var roots = XDocument.Load(Path.Combine(RepositoryRoot.Path, "eng", "TrimmerRoots.xml"));
        roots.DescendantNodes().OfType<XComment>().Remove();

        var shown = XElement.Parse(Assert.Single(Roots().Matches(guide)).Value);

        Assert.True(XNode.DeepEquals(roots.Root, shown), $"In use is{Environment.NewLine}{roots}");
    }

    [GeneratedRegex("<linker>.*?</linker>", RegexOptions.Singleline)]
    private static partial Regex Roots();
}
