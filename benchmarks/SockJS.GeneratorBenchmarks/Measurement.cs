using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SockJS.GeneratorBenchmarks;

/// <summary>Times one kind of run: the generator alone, neither the parsing of files nor the compilation of what it wrote.</summary>
internal static class Measurement
{
    private const int WarmUps = 3;
    private const int Runs = 15;

    /// <summary>Returns the median of first runs, each on a compilation that nothing has looked at.</summary>
    public static TimeSpan Cold(IIncrementalGenerator generator, EndpointProject project)
        => Repeat(_ => (CreateDriver(generator), project.Compile()));

    /// <summary>Returns the median of runs after one edit each, made in what the first run has seen.</summary>
    public static TimeSpan AfterEdit(IIncrementalGenerator generator, EndpointProject project, Func<CSharpCompilation, int, CSharpCompilation> edit)
    {
        var compilation = project.Compile();
        var first = CreateDriver(generator).RunGenerators(compilation);
        return Repeat(run => (first, edit(compilation, run)));
    }

    /// <summary>Makes a driver. To track steps takes time that grows with the square of the endpoints, so what is timed does not.</summary>
    public static CSharpGeneratorDriver CreateDriver(IIncrementalGenerator generator, bool tracked = false)
        => CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: EndpointProject.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracked));

    private static TimeSpan Repeat(Func<int, (GeneratorDriver Driver, CSharpCompilation Compilation)> prepare)
    {
        var times = new List<TimeSpan>();
        for (var run = 1; run <= WarmUps + Runs; run++)
        {
            var (driver, compilation) = prepare(run);
            // Not the garbage of the preparation.
            GC.Collect();
            var time = driver.RunGenerators(compilation).GetTimingInfo().GeneratorTimes.Single().ElapsedTime;
            if (run > WarmUps)
                times.Add(time);
        }

        return times.Order().ElementAt(Runs / 2);
    }
}
