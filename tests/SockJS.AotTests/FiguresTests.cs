using System.Globalization;
using System.Text.RegularExpressions;
using SockJS.AotTests.Publishing;
using SockJS.PackageTests;

namespace SockJS.AotTests;

/// <summary>The sizes in the guide are those of the programs.</summary>
/// <remarks>The start-up times there are a measurement of one machine; no other has to keep to them.</remarks>
public sealed partial class FiguresTests(PublishedPrograms programs)
{
    // Within it differ the patches of the framework, and the machines that publish.
    private const double Margin = 0.25;

    private static readonly Dictionary<string, string> s_firstCalls = new()
    {
        [PublishedPrograms.Chat] = "/chat/info",
        [PublishedPrograms.Protocol] = "/echo/info",
        [PublishedPrograms.SocketIOChat] = "/socket.io/?EIO=4&transport=polling",
    };

    private static string Guide => Path.Combine(RepositoryRoot.Path, "docs", "guide", "aot.md");

    // For people to read, and to copy to the guide.
    private static string Report => Path.Combine(RepositoryRoot.Path, "artifacts", "aot-tests", "figures.md");

    [Fact]
    public async Task The_guide_says_how_large_the_programs_are()
    {
        var figures = new List<Figures>();
        foreach (var program in programs.All)
            figures.Add(await Figures.MeasureAsync(program, s_firstCalls[program.Name]));
        await File.WriteAllLinesAsync(Report, figures.Select(static one => one.ToString()));

        var told = Row().Matches(await File.ReadAllTextAsync(Guide)).ToDictionary(
            static row => (row.Groups["program"].Value, row.Groups["framework"].Value),
            static row => double.Parse(row.Groups["size"].ValueSpan, CultureInfo.InvariantCulture));

        Assert.Equal(figures.Select(static one => (one.Program, one.Framework)).Order(), told.Keys.Order());
        Assert.All(figures, one => Assert.InRange(one.Megabytes / told[(one.Program, one.Framework)], 1 - Margin, 1 + Margin));
    }

    [GeneratedRegex(@"^\| `(?<program>[\w.]+)` \| (?<framework>[\w.]+) \| (?<size>[\d.]+) MB \| \d+ ms \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
