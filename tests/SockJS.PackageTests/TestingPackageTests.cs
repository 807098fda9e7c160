namespace SockJS.PackageTests;

public sealed class TestingPackageTests(PackedLibrary library)
{
    [Fact]
    public async Task A_program_tests_its_endpoint_without_a_network()
    {
        using var consumer = new ConsumerProject(library, "TestingConsumer");

        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);
        var run = await consumer.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output);
        foreach (var transport in new[] { "WebSocket", "XhrStreaming", "XhrPolling" })
            Assert.Contains($"Hello, package over {transport}!", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_depends_on_the_library_of_its_own_version_and_on_the_test_server()
    {
        var metadata = await PackageContents.MetadataAsync(library.TestingPackage, "SockJS.Testing");
        var dependencies = metadata.Descendants().Where(static element => element.Name.LocalName == "group" && element.Elements().Any(static inner => inner.Name.LocalName == "dependency"))
            .ToDictionary(
                static group => (string)group.Attribute("targetFramework")!,
                static group => group.Elements().Select(static one => $"{(string?)one.Attribute("id")} {(string?)one.Attribute("version")}").Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(["Microsoft.AspNetCore.TestHost 8.0.34", $"SockJS [{library.Version}]"], dependencies["net8.0"]);
        Assert.Equal(
            ["Microsoft.AspNetCore.Mvc.Testing 10.0.14", "Microsoft.AspNetCore.TestHost 10.0.14", $"SockJS [{library.Version}]"],
            dependencies["net10.0"]);
    }

    [Fact]
    public async Task It_brings_the_library_and_its_documentation_and_nothing_else()
    {
        Assert.Equal(
            ["README.md", "lib/net10.0/SockJS.Testing.dll", "lib/net10.0/SockJS.Testing.xml", "lib/net8.0/SockJS.Testing.dll", "lib/net8.0/SockJS.Testing.xml"],
            await PackageContents.FilesAsync(library.TestingPackage));
    }
}
