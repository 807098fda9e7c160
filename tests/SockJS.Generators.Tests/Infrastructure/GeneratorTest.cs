using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Runs the generator, and holds every run to the same promises.</summary>
internal static class GeneratorTest
{
    private static readonly string[] s_steps =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static CSharpGeneratorDriver CreateDriver(CSharpParseOptions? parseOptions = null)
        => CSharpGeneratorDriver.Create(
            [new SockJSGenerator().AsSourceGenerator()],
            parseOptions: parseOptions ?? TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>
    /// Runs the generator on correct code: it and what was emitted compile without warnings, the emitted text is what was approved, nothing
    /// is done again after an unrelated edit, and no step holds on to the compilation.
    /// </summary>
    public static Compilation Verify(string source, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var compilation = TestCompilation.Create(TestCompilation.Usings + source);
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.All(s_steps, step => Assert.NotEmpty(ReasonsOf(driver, step)));
        Assert.Empty(TestCompilation.ProblemsOf(output));
        AssertNothingHeld(driver);
        AssertCached(driver, compilation);
        Snapshot.Verify($"{Path.GetFileNameWithoutExtension(file)}.{test}", FilesOf(driver));
        return output;
    }

    /// <summary>Runs the generator on code that may be broken in any way; it must take that in its stride.</summary>
    public static ImmutableDictionary<string, string> RunOnAnything(Compilation compilation)
    {
        var driver = CreateDriver().RunGenerators(compilation);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        AssertNothingHeld(driver);
        AssertCached(driver, compilation);
        return FilesOf(driver);
    }

    /// <summary>The emitted files by name, without the attribute that the compiler defines for all generators.</summary>
    public static ImmutableDictionary<string, string> FilesOf(GeneratorDriver driver)
        => driver.GetRunResult().Results.Single().GeneratedSources
            .Where(source => source.HintName != "Microsoft.CodeAnalysis.EmbeddedAttribute.cs")
            .ToImmutableDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Why each output of a named step came to be, in the run that the driver did last.</summary>
    public static IncrementalStepRunReason[] ReasonsOf(GeneratorDriver driver, string step)
        => driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(step, out var runs)
            ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    public static IncrementalStepRunReason[] OutputReasonsOf(GeneratorDriver driver)
        => [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
            .SelectMany(runs => runs).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void AssertCached(GeneratorDriver driver, Compilation compilation)
    {
        var unrelated = CSharpSyntaxTree.ParseText("internal static class Unrelated;", (CSharpParseOptions)compilation.SyntaxTrees.First().Options);
        var second = driver.RunGenerators(compilation.AddSyntaxTrees(unrelated));

        foreach (var step in s_steps)
            Assert.All(ReasonsOf(second, step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.All(OutputReasonsOf(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertNothingHeld(GeneratorDriver driver)
    {
        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        foreach (var step in s_steps.Where(steps.ContainsKey))
        {
            foreach (var (value, _) in steps[step].SelectMany(run => run.Outputs))
                Assert.Null(ObjectGraph.FindRoot(value));
        }
    }
}
