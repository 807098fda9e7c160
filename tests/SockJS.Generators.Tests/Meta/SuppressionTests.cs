using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Meta;

/// <summary>
/// Whoever disagrees with a rule can switch it off, unless no code can be generated without it. What breaks the rule is the wrong code of its page.
/// </summary>
public sealed class SuppressionTests
{
    // What the code on pages finds around it.
    private const string Surroundings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection;
        global using SockJS;
        global using SockJS.SocketIO;
        global using System.IO;
        global using static Surroundings;

        internal static class Surroundings
        {
            public static WebApplicationBuilder builder = WebApplication.CreateBuilder();
        }
        """;

    public static TheoryData<string> Soft => [.. Rows(hard: false)];

    public static TheoryData<string> Hard => [.. Rows(hard: true)];

    [Theory]
    [MemberData(nameof(Soft))]
    public async Task An_editorconfig_switches_a_soft_rule_off_and_changes_its_severity(string id)
    {
        var usual = Assert.Single((await ReportsAsync(id)).Distinct());
        var (name, other) = usual == DiagnosticSeverity.Warning ? ("error", DiagnosticSeverity.Error) : ("warning", DiagnosticSeverity.Warning);

        Assert.Empty(await ReportsAsync(id, EditorConfig.Severity(id, "none")));
        Assert.Equal([other], (await ReportsAsync(id, EditorConfig.Severity(id, name))).Distinct());
    }

    [Theory]
    [MemberData(nameof(Soft))]
    public async Task A_pragma_switches_a_soft_rule_off(string id)
        => Assert.Empty(await ReportsAsync(id, before: $"#pragma warning disable {id}\n"));

    [Theory]
    [MemberData(nameof(Hard))]
    public async Task Nothing_switches_a_hard_rule_off(string id)
    {
        var reported = await ReportsAsync(id);

        Assert.Equal([DiagnosticSeverity.Error], reported.Distinct());
        Assert.Equal(reported, await ReportsAsync(id, EditorConfig.Severity(id, "none")));
        Assert.Equal(reported, await ReportsAsync(id, EditorConfig.Severity(id, "suggestion")));
        Assert.Equal(reported, await ReportsAsync(id, before: $"#pragma warning disable {id}\n"));
    }

    private static async Task<List<DiagnosticSeverity>> ReportsAsync(string id, EditorConfig? config = null, string before = "")
    {
        var compilation = TestCompilation.Create(before + RulePage.Read(id).CodeOf("Wrong", "csharp wrong"), Surroundings);
        var members = compilation.SyntaxTrees[0].GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members;
        var options = compilation.Options
            .WithOutputKind(members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithSyntaxTreeOptionsProvider(config);
        var reported = await AnalyzerTest.AnalyzeAsync(compilation.WithOptions(options));
        return [.. reported.Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.Severity)];
    }

    private static IEnumerable<string> Rows(bool hard)
        => typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .Where(descriptor => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) == hard)
            .Select(descriptor => descriptor.Id);
}
