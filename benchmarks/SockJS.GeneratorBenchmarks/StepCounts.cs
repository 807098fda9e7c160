using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators;

namespace SockJS.GeneratorBenchmarks;

/// <summary>What the generator did again in one run.</summary>
/// <param name="Parsed">The classes it looked at.</param>
/// <param name="Files">The files of endpoints it wrote.</param>
/// <param name="Mappings">The mapping files it wrote.</param>
internal sealed record StepCounts(int Parsed, int Files, int Mappings)
{
    public static StepCounts Cold(EndpointProject project)
        => Of(Measurement.CreateDriver(new SockJSGenerator(), tracked: true).RunGenerators(project.Compile()));

    public static StepCounts AfterEdit(EndpointProject project, Func<CSharpCompilation, int, CSharpCompilation> edit)
    {
        var compilation = project.Compile();
        return Of(Measurement.CreateDriver(new SockJSGenerator(), tracked: true).RunGenerators(compilation).RunGenerators(edit(compilation, 1)));
    }

    private static StepCounts Of(GeneratorDriver driver)
        => new(
            Reasons(driver, TrackingNames.Parse).Count(reason => reason != IncrementalStepRunReason.Cached),
            Reasons(driver, TrackingNames.Files).Count(IsWritten),
            Reasons(driver, TrackingNames.Registrations).Count(IsWritten));

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step)
        => driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static bool IsWritten(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified;
}
