using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>What an edit costs, counted: where it is made in one of many endpoints, the others cost nothing but being looked at.</summary>
public sealed class ManyEndpointsTests
{
    private const int Count = 100;

    // In the middle, so that what comes before and what comes after is seen.
    private const int Edited = 42;

    private static readonly CSharpCompilation s_project = TestCompilation.Create(
        [.. Enumerable.Range(0, Count).Select(i => Endpoint($"Chat{i}", $"/chat{i}")), "internal static class Unrelated;"]);

    [Fact]
    public void A_body_changes_nothing()
        => AssertNothingWritten(EditEndpoint("=> message;", "=> message + message;"));

    [Fact]
    public void An_unrelated_file_changes_nothing()
        => AssertNothingWritten(GeneratorTest.RunTwice(s_project, TestCompilation.Edit(s_project, Count, "internal static class Unrelated { public static int Count; }")));

    [Fact]
    public void A_signature_changes_one_file_and_not_the_mapping()
    {
        var driver = EditEndpoint("string message", "string message, CancellationToken closed");

        AssertOneModified(driver, TrackingNames.Parse, IncrementalStepRunReason.Unchanged);
        AssertOneModified(driver, TrackingNames.Models, IncrementalStepRunReason.Cached);
        AssertOneModified(driver, TrackingNames.Files, IncrementalStepRunReason.Cached);
        Assert.Equal([IncrementalStepRunReason.Cached], GeneratorTest.ReasonsOf(driver, TrackingNames.AmbiguousFiles));
        Assert.Equal([IncrementalStepRunReason.Cached], GeneratorTest.ReasonsOf(driver, TrackingNames.Registrations));
        AssertOutputs(driver, modified: [Edited]);
    }

    [Fact]
    public void A_prefix_changes_one_file_and_the_mapping()
    {
        var driver = EditEndpoint($"\"/chat{Edited}\"", "\"/talk\"");

        AssertOneModified(driver, TrackingNames.Files, IncrementalStepRunReason.Cached);
        Assert.Equal([IncrementalStepRunReason.Modified], GeneratorTest.ReasonsOf(driver, TrackingNames.Registrations));
        AssertOutputs(driver, modified: [Edited, Count]);
    }

    [Fact]
    public void A_name_changes_one_file_and_the_mapping_but_no_other_file_name()
    {
        var driver = EditEndpoint($"class Chat{Edited}", "class Talk");

        AssertOneModified(driver, TrackingNames.Files, IncrementalStepRunReason.Cached);
        Assert.Equal([IncrementalStepRunReason.Unchanged], GeneratorTest.ReasonsOf(driver, TrackingNames.AmbiguousFiles));
        AssertOutputs(driver, modified: [Edited, Count]);
    }

    private static string Endpoint(string name, string prefix)
        => $$"""
            {{TestCompilation.Usings}}
            [SockJSEndpoint("{{prefix}}")]
            public sealed partial class {{name}}
            {
                [OnMessage]
                public string Say(string message) => message;
            }
            """;

    private static GeneratorDriver EditEndpoint(string before, string after)
    {
        var text = s_project.SyntaxTrees[Edited].ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return GeneratorTest.RunTwice(s_project, TestCompilation.Edit(s_project, Edited, text.Replace(before, after, StringComparison.Ordinal)));
    }

    // Every class is parsed again, since what it means may depend on any file, and the assembly has changed; that both look the same ends the matter.
    private static void AssertNothingWritten(GeneratorDriver driver)
    {
        foreach (var step in GeneratorTest.Steps)
        {
            var expected = step is TrackingNames.Parse or TrackingNames.Library ? IncrementalStepRunReason.Unchanged : IncrementalStepRunReason.Cached;
            Assert.All(GeneratorTest.ReasonsOf(driver, step), reason => Assert.Equal(expected, reason));
        }

        Assert.Equal(Count, GeneratorTest.ReasonsOf(driver, TrackingNames.Files).Length);
        AssertOutputs(driver, modified: []);
    }

    private static void AssertOneModified(GeneratorDriver driver, string step, IncrementalStepRunReason others)
    {
        var reasons = GeneratorTest.ReasonsOf(driver, step);
        Assert.Equal(Enumerable.Range(0, Count).Select(i => i == Edited ? IncrementalStepRunReason.Modified : others), reasons);
    }

    // The mapping is the last.
    private static void AssertOutputs(GeneratorDriver driver, int[] modified)
        => Assert.Equal(
            Enumerable.Range(0, Count + 1).Select(i => modified.Contains(i) ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached),
            GeneratorTest.OutputReasonsOf(driver));
}
