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
    /// <summary>Gets the names of all steps, in the order of the pipeline.</summary>
    public static ImmutableArray<string> Steps { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>
    /// Runs the generator on correct code: it and what was emitted compile without warnings, the emitted text is what was approved, nothing
    /// is done again after an unrelated edit, and no step holds on to the compilation.
    /// </summary>
    public static Compilation Verify(string source, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var driver = RunDriver(TestCompilation.Create(TestCompilation.Usings + source), out var output);

        Assert.All(Steps, step => Assert.NotEmpty(ReasonsOf(driver, step)));
        Assert.Empty(TestCompilation.ProblemsOf(output));
        Snapshot.Verify($"{Path.GetFileNameWithoutExtension(file)}.{test}", FilesOf(driver));
        return output;
    }

    /// <summary>Runs the generator on code that may be broken in any way; it must take that in its stride.</summary>
    /// <returns>The emitted files by name.</returns>
    public static ImmutableDictionary<string, string> RunOnAnything(Compilation compilation) => FilesOf(RunDriver(compilation, out _));

    /// <summary>Runs the generator on any code.</summary>
    /// <returns>The code together with what was emitted.</returns>
    public static Compilation Run(Compilation compilation, CancellationToken cancellationToken = default)
    {
        RunDriver(compilation, out var output, cancellationToken);
        return output;
    }

    /// <summary>Runs the generator before and after an edit.</summary>
    /// <returns>What it did the second time.</returns>
    public static GeneratorDriver RunTwice(Compilation before, Compilation after)
    {
        var second = RunDriver(before, out _).RunGenerators(after);
        AssertPromises(second, after);
        return second;
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

    private static GeneratorDriver RunDriver(Compilation compilation, out Compilation output, CancellationToken cancellationToken = default)
    {
        var driver = CSharpGeneratorDriver
            .Create(
                [new SockJSGenerator().AsSourceGenerator()],
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(compilation, out output, out _, cancellationToken);
        AssertPromises(driver, compilation);
        return driver;
    }

    // There is no other way to run the generator in a test, so none can forget these.
    private static void AssertPromises(GeneratorDriver driver, Compilation compilation)
    {
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        AssertNothingHeld(driver);
        AssertCached(driver, compilation);
    }

    private static void AssertCached(GeneratorDriver driver, Compilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        var unrelated = CSharpSyntaxTree.ParseText("internal static class Unrelated;", options);
        var edited = CSharpSyntaxTree.ParseText("internal static class Unrelated { public static int Count; }", options);

        var added = compilation.AddSyntaxTrees(unrelated);
        var second = driver.RunGenerators(added);
        AssertAllCached(second);
        AssertAllCached(second.RunGenerators(added.ReplaceSyntaxTree(unrelated, edited)));
    }

    private static void AssertAllCached(GeneratorDriver driver)
    {
        foreach (var step in Steps)
            Assert.All(ReasonsOf(driver, step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.All(OutputReasonsOf(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertNothingHeld(GeneratorDriver driver)
    {
        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        foreach (var step in Steps.Where(steps.ContainsKey))
        {
            foreach (var (value, _) in steps[step].SelectMany(run => run.Outputs))
                Assert.Null(ObjectGraph.FindRoot(value));
        }
    }
}
