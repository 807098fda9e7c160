using System.Reflection;
using Microsoft.CodeAnalysis;
using SockJS.CodeFixes;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Meta;

/// <summary>A rule is a constant, a descriptor, a row among the releases, a page and a test.</summary>
public sealed class DiagnosticRulesTests
{
    public static TheoryData<string> Ids => [.. Constants().Select(id => id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_descriptor_that_an_analyzer_reports(string id)
    {
        var descriptor = Assert.Single(Descriptors(), descriptor => descriptor.Id == id);

        Assert.Equal($"https://github.com/sockjs-dotnet/sockjs-dotnet/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.Equal("SockJS.Usage", descriptor.Category);
        Assert.NotEmpty(descriptor.Description.ToString());
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Single(AnalyzerTest.Analyzers, analyzer => analyzer.SupportedDiagnostics.Contains(descriptor));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_row_among_the_releases(string id)
    {
        var descriptor = Descriptors().Single(descriptor => descriptor.Id == id);
        var project = Path.Combine(Paths.Repository, "src", "SockJS.Generators");
        var rows = File.ReadLines(Path.Combine(project, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadLines(Path.Combine(project, "AnalyzerReleases.Unshipped.md")))
            .Select(row => row.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[0] == id);

        Assert.Equal([id, descriptor.Category, descriptor.DefaultSeverity.ToString(), descriptor.Title.ToString()], Assert.Single(rows));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page(string id)
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "docs", "diagnostics", $"{id}.md"));

        Assert.StartsWith($"# {id}: {Descriptors().Single(descriptor => descriptor.Id == id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Rule", "## Why", "## Wrong", "## Right"], heading => Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_test_that_expects_it(string id)
        => Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Paths.Project, "Analyzers"), "*.cs"),
            file => File.ReadAllText(file).Contains($"{{|{id}:", StringComparison.Ordinal));

    [Fact]
    public void Every_page_is_of_an_id()
        => Assert.Equal(
            Constants().Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Paths.Repository, "docs", "diagnostics"), "SOCKJS*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Code_fixes_are_for_ids_of_ours_and_can_mend_all()
    {
        var fixes = typeof(AddPartialCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!)
            .ToList();

        Assert.Equal(4, fixes.Count);
        Assert.All(fixes, fix => Assert.Subset(Constants().ToHashSet(), fix.FixableDiagnosticIds.ToHashSet()));
        Assert.All(fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));
    }

    private static IEnumerable<string> Constants()
        => typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<DiagnosticDescriptor> Descriptors()
        => typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
}
