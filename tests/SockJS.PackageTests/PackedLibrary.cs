using System.Globalization;

[assembly: AssemblyFixture(typeof(SockJS.PackageTests.PackedLibrary))]

namespace SockJS.PackageTests;

/// <summary>The packages, made from the sources as they are.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    /// <summary>Gets the version, which no cache has seen before.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    /// <summary>Gets the folder with the packages and their symbols.</summary>
    public string Folder => Path.Combine(Artifacts, "packages", Version);

    /// <summary>Gets the path of the package.</summary>
    public string Package => Path.Combine(Folder, $"SockJS.{Version}.nupkg");

    /// <summary>Gets the path of the package for tests.</summary>
    public string TestingPackage => Path.Combine(Folder, $"SockJS.Testing.{Version}.nupkg");

    /// <summary>Gets the path of the package for Socket.IO.</summary>
    public string SocketIOPackage => Path.Combine(Folder, $"SockJS.SocketIO.{Version}.nupkg");

    private static string Artifacts => Path.Combine(RepositoryRoot.Path, "artifacts", "package-tests");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "src/SockJS", "src/SockJS.Testing", "src/SockJS.SocketIO" })
        {
            // With an artifacts folder of its own, packing does not write over what other builds have made and other tests are running.
            var (exitCode, output) = await DotNet.RunAsync(
                RepositoryRoot.Path,
                new Dictionary<string, string>(),
                "pack", project, "--configuration", "Release", "--nologo", "--output", Folder,
                $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(Artifacts, "build")}");
            Assert.True(exitCode == 0, output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
