using System.Xml.Linq;

namespace SockJS.PackageTests;

public sealed class PackageContentTests(PackedLibrary library)
{
    [Fact]
    public async Task It_brings_the_library_its_documentation_its_analyzers_and_its_using_and_nothing_else()
    {
        string[] expected =
        [
            "README.md",
            "analyzers/dotnet/cs/SockJS.CodeFixes.dll",
            "analyzers/dotnet/cs/SockJS.Generators.dll",
            "build/SockJS.targets",
            "buildTransitive/SockJS.targets",
            "lib/net10.0/SockJS.dll",
            "lib/net10.0/SockJS.xml",
            "lib/net8.0/SockJS.dll",
            "lib/net8.0/SockJS.xml",
        ];

        Assert.Equal(expected, await PackageContents.FilesAsync(library.Package));
    }

    [Fact]
    public async Task The_symbols_are_in_a_package_of_their_own()
        => Assert.Equal(
            ["lib/net10.0/SockJS.pdb", "lib/net8.0/SockJS.pdb"],
            await PackageContents.FilesAsync(Path.ChangeExtension(library.Package, ".snupkg")));

    [Fact]
    public async Task It_depends_on_no_package_but_on_the_framework()
    {
        var metadata = await MetadataAsync();

        Assert.Empty(Elements(metadata, "dependency"));
        Assert.Equal(
            ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"],
            Elements(metadata, "frameworkReference").Select(reference => (string?)reference.Attribute("name")));
    }

    [Fact]
    public async Task It_says_what_it_is_and_under_which_licence()
    {
        var metadata = await MetadataAsync();

        Assert.Equal("SockJS", Elements(metadata, "id").Single().Value);
        Assert.Equal("MIT", Elements(metadata, "license").Single().Value);
        Assert.Equal("README.md", Elements(metadata, "readme").Single().Value);
        Assert.NotEmpty(Elements(metadata, "description").Single().Value);
    }

    [Fact]
    public async Task The_documentation_describes_what_users_type()
    {
        var documentation = await PackageContents.XmlAsync(library.Package, "lib/net10.0/SockJS.xml");

        var members = documentation.Descendants("member").Select(member => (string?)member.Attribute("name"));

        Assert.Contains("T:SockJS.SockJSEndpointAttribute", members);
    }

    private Task<XDocument> MetadataAsync() => PackageContents.MetadataAsync(library.Package, "SockJS");

    private static IEnumerable<XElement> Elements(XDocument document, string name)
        => document.Descendants().Where(element => element.Name.LocalName == name);
}
