namespace SockJS.PackageTests;

public sealed class SocketIOPackageTests(PackedLibrary library)
{
    [Fact]
    public async Task A_program_that_references_it_alone_builds_for_both_frameworks_and_answers_a_client()
    {
        using var consumer = new ConsumerProject(library, "SocketIOConsumer");

        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);
        var run = await consumer.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("""43/greet,7["Hello, package!"]""", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_name_is_an_error_of_the_build()
    {
        using var consumer = new ConsumerProject(library, "SocketIOConsumer");
        consumer.Add("Faulty.cs", """
            using SockJS.SocketIO;

            [SocketIONamespace("no-slash")]
            public sealed partial class Faulty
            {
                [OnEvent("hello")]
                public string Hello(string name) => name;
            }
            """);

        var build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error SOCKJS301", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_brings_the_library_its_documentation_and_its_using_and_nothing_else()
    {
        string[] expected =
        [
            "README.md",
            "build/SockJS.SocketIO.targets",
            "buildTransitive/SockJS.SocketIO.targets",
            "lib/net10.0/SockJS.SocketIO.dll",
            "lib/net10.0/SockJS.SocketIO.xml",
            "lib/net8.0/SockJS.SocketIO.dll",
            "lib/net8.0/SockJS.SocketIO.xml",
        ];

        Assert.Equal(expected, await PackageContents.FilesAsync(library.SocketIOPackage));
    }

    [Fact]
    public async Task It_depends_on_the_library_of_its_own_version_with_the_generator()
    {
        var metadata = await PackageContents.MetadataAsync(library.SocketIOPackage, "SockJS.SocketIO");
        var dependencies = metadata.Descendants().Where(static element => element.Name.LocalName == "dependency").ToArray();

        Assert.Equal(2, dependencies.Length);
        Assert.All(dependencies, one => Assert.Equal(("SockJS", $"[{library.Version}]"), ((string?)one.Attribute("id"), (string?)one.Attribute("version"))));
        Assert.All(dependencies, static one => Assert.DoesNotContain("Analyzers", (string?)one.Attribute("exclude") ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_what_it_is_and_under_which_licence()
    {
        var metadata = (await PackageContents.MetadataAsync(library.SocketIOPackage, "SockJS.SocketIO")).Descendants().ToLookup(static element => element.Name.LocalName);

        Assert.Equal("SockJS.SocketIO", metadata["id"].Single().Value);
        Assert.Equal("MIT", metadata["license"].Single().Value);
        Assert.Equal("README.md", metadata["readme"].Single().Value);
        Assert.NotEmpty(metadata["description"].Single().Value);
    }
}
