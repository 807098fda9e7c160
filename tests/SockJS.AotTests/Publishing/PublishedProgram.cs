using SockJS.PackageTests;

namespace SockJS.AotTests.Publishing;

/// <summary>A program of this repository as it was published.</summary>
/// <param name="Name">The name of the program.</param>
/// <param name="Framework">The framework, which decides how it is published.</param>
/// <param name="ExitCode">How the publishing ended.</param>
/// <param name="Output">What was said while publishing.</param>
internal sealed record PublishedProgram(string Name, string Framework, int ExitCode, string Output)
{
    // Not needed to run it.
    private static readonly string[] s_leftOut = [".pdb", ".dbg", ".xml"];

    /// <summary>Gets the bytes that one has to deploy.</summary>
    public long Size => new DirectoryInfo(FolderOf(Name, Framework)).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(static file => !s_leftOut.Contains(file.Extension))
        .Sum(static file => file.Length);

    /// <summary>Publishes a program from the sources as they are.</summary>
    /// <param name="project">The folder of the project.</param>
    /// <param name="framework">The framework.</param>
    public static async Task<PublishedProgram> PublishAsync(string project, string framework)
    {
        var name = Path.GetFileName(project);
        var folder = FolderOf(name, framework);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        var (exitCode, output) = await DotNet.RunAsync(
            RepositoryRoot.Path,
            new Dictionary<string, string>(),
            "publish", project, "--framework", framework, "--configuration", "Release", "--nologo", "--output", folder);
        return new(name, framework, exitCode, output);
    }

    public Task<RunningProgram> StartAsync()
    {
        Assert.True(ExitCode == 0, Output);
        return RunningProgram.StartAsync(Path.Combine(FolderOf(Name, Framework), Name));
    }

    private static string FolderOf(string name, string framework) => Path.Combine(RepositoryRoot.Path, "artifacts", "aot-tests", $"{name}-{framework}");
}
