using System.Globalization;

namespace SockJS.AotTests.Publishing;

/// <summary>What is measured of a published program.</summary>
/// <param name="Program">The name of the program.</param>
/// <param name="Framework">The framework, which decides how it is published.</param>
/// <param name="Megabytes">What one has to deploy.</param>
/// <param name="StartUp">The time from the start of the process to its first answer.</param>
internal sealed record Figures(string Program, string Framework, double Megabytes, TimeSpan StartUp)
{
    // The middle one counts: the first start reads the files from the disk, and compiles the client that measures.
    private const int Starts = 5;

    public static async Task<Figures> MeasureAsync(PublishedProgram program, string path)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Starts; i++)
            times.Add(await TimeStartAsync(program, path));
        times.Sort();
        return new(program.Name, program.Framework, program.Size / 1e6, times[Starts / 2]);
    }

    /// <summary>Writes the row of the table in the guide.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"| `{Program}` | {Framework} | {Megabytes:F1} MB | {StartUp.TotalMilliseconds:F0} ms |");

    private static async Task<TimeSpan> TimeStartAsync(PublishedProgram program, string path)
    {
        await using var running = await program.StartAsync();
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(running.Address, path));
        return running.Age;
    }
}
