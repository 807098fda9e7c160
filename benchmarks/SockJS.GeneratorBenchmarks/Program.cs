using System.Globalization;
using Microsoft.CodeAnalysis;
using SockJS.GeneratorBenchmarks;
using SockJS.Generators;

IIncrementalGenerator[] generators = [new SockJSGenerator(), new ReferenceGenerator(look: true), new ReferenceGenerator(look: false)];

// Until the code of the compiler itself is compiled for good.
var warmUp = new EndpointProject(100);
for (var i = 0; i < 10; i++)
{
    foreach (var generator in generators)
        Measurement.AfterEdit(generator, warmUp, warmUp.EditSignature);
}

Console.WriteLine("Median times in milliseconds: the generator; one that only looks at the same classes; one that only searches for them.");
Console.WriteLine("Counts: classes looked at, files of endpoints written, mapping files written.");
Console.WriteLine();
Console.WriteLine("| endpoints | run | generator | look only | search only | looked at | files | mapping |");
Console.WriteLine("|---:|---|---:|---:|---:|---:|---:|---:|");
foreach (var count in new[] { 1, 100, 1_000 })
{
    var project = new EndpointProject(count);
    Print("cold", generator => Measurement.Cold(generator, project), StepCounts.Cold(project));
    foreach (var (name, edit) in project.Edits)
        Print(name, generator => Measurement.AfterEdit(generator, project, edit), StepCounts.AfterEdit(project, edit));

    void Print(string run, Func<IIncrementalGenerator, TimeSpan> measure, StepCounts counts)
    {
        var times = generators.Select(generator => measure(generator).TotalMilliseconds.ToString("N2", CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {count:N0} | {run} | {string.Join(" | ", times)} | {counts.Parsed:N0} | {counts.Files:N0} | {counts.Mappings:N0} |"));
    }
}
