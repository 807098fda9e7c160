using System.Reflection;
using Microsoft.CodeAnalysis;
using SockJS.CodeFixes;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Meta;

/// <summary>A rule is a constant, a descriptor with a link, a row among the releases, a page and a file of tests.</summary>
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
        Assert.Matches("^SOCKJS[0-9]{3}$", id);
    }

    [Fact]
    public void A_constant_and_its_descriptor_have_one_name()
    {
        var constants = FieldsOf(typeof(DiagnosticIds)).Select(field => $"{field.Name} {field.GetRawConstantValue()}");
        var descriptors = FieldsOf(typeof(Rules)).Where(field => field.FieldType == typeof(DiagnosticDescriptor));

        Assert.Equal(constants.Order(), descriptors.Select(field => $"{field.Name} {((DiagnosticDescriptor)field.GetValue(null)!).Id}").Order());
    }

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Constants().Distinct(), Constants());

    [Fact]
    public void Every_descriptor_that_an_analyzer_reports_is_of_an_id()
        => Assert.Subset(
            Constants().ToHashSet(),
            AnalyzerTest.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).ToHashSet());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_row_among_the_releases(string id)
    {
        var descriptor = Descriptors().Single(descriptor => descriptor.Id == id);

        Assert.Equal(
            [id, descriptor.Category, descriptor.DefaultSeverity.ToString(), descriptor.Title.ToString()],
            Assert.Single(ReleaseRows(), cells => cells[0] == id));
    }

    [Fact]
    public void Every_row_among_the_releases_is_of_an_id()
        => Assert.Subset(Constants().ToHashSet(), ReleaseRows().Select(cells => cells[0]).ToHashSet());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page_that_says_how_severe_it_is(string id)
    {
        var descriptor = Descriptors().Single(descriptor => descriptor.Id == id);
        var severity = IsHard(descriptor)
            ? "Error, cannot be switched off: without it no code can be generated."
            : $"{descriptor.DefaultSeverity}. It can be suppressed and configured like any rule.";

        Assert.StartsWith($"# {id}: {descriptor.Title}\n\n{severity}\n", RulePage.Read(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_page_has_the_rule_the_reason_and_both_kinds_of_code(string id)
    {
        var page = RulePage.Read(id);

        Assert.Equal(["Rule", "Why", "Wrong", "Right"], page.Sections.Select(section => section.Heading));
        Assert.All(page.Sections, section => Assert.NotEmpty(section.Text.Trim()));
        Assert.NotEmpty(page.CodeOf("Wrong", "csharp wrong"));
        Assert.NotEmpty(page.CodeOf("Right", "csharp"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_file_of_tests_that_expect_it(string id)
    {
        var name = FieldsOf(typeof(DiagnosticIds)).Single(field => (string)field.GetRawConstantValue()! == id).Name;
        var tests = File.ReadAllText(Path.Combine(Paths.Project, "Analyzers", $"{name}Tests.cs"));

        Assert.Contains("{|" + id + ":", tests, StringComparison.Ordinal);
    }

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

        Assert.Equal(7, fixes.Count);
        Assert.All(fixes, fix => Assert.Subset(Constants().ToHashSet(), fix.FixableDiagnosticIds.ToHashSet()));
        Assert.All(fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));
    }

    private static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static IEnumerable<string> Constants() => FieldsOf(typeof(DiagnosticIds)).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => FieldsOf(typeof(Rules)).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

    private static bool IsHard(DiagnosticDescriptor descriptor) => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    private static IEnumerable<string[]> ReleaseRows()
        => Directory.EnumerateFiles(Path.Combine(Paths.Repository, "src", "SockJS.Generators"), "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Where(row => row.StartsWith("SOCKJS", StringComparison.Ordinal))
            .Select(row => row.Split('|', StringSplitOptions.TrimEntries));
}
