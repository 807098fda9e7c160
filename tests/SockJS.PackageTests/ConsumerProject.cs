namespace SockJS.PackageTests;

/// <summary>A project that knows the library as a package only, in a folder where no setting of this repository reaches it.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sockjs-consumer-");
    private readonly Dictionary<string, string> _variables;

    /// <param name="library">The packages.</param>
    /// <param name="name">The folder with the project.</param>
    public ConsumerProject(PackedLibrary library, string name = "Consumer")
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, name)))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        var feed = _folder.CreateSubdirectory("feed");
        foreach (var package in new[] { library.Package, library.TestingPackage, library.SocketIOPackage })
            File.Copy(package, Path.Combine(feed.FullName, Path.GetFileName(package)));
        _variables = new()
        {
            ["PackageUnderTest"] = library.Version,
            ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages"),
        };
    }

    /// <summary>Adds a source file.</summary>
    public void Add(string name, string source) => File.WriteAllText(Path.Combine(_folder.FullName, name), source);

    public Task<(int ExitCode, string Output)> BuildAsync()
        => DotNet.RunAsync(_folder.FullName, _variables, "build", "--nologo");

    public Task<(int ExitCode, string Output)> RunAsync()
        => DotNet.RunAsync(_folder.FullName, _variables, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));

    public void Dispose() => _folder.Delete(recursive: true);
}
