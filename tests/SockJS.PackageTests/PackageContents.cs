using System.IO.Compression;
using System.Xml.Linq;

namespace SockJS.PackageTests;

/// <summary>Reads what is in a package.</summary>
internal static class PackageContents
{
    /// <summary>Returns the files, without those that are the container format's own.</summary>
    public static async Task<IEnumerable<string>> FilesAsync(string package)
    {
        await using var archive = await ZipFile.OpenReadAsync(package);
        return archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Where(name => name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Returns what the package says of itself.</summary>
    public static Task<XDocument> MetadataAsync(string package, string id) => XmlAsync(package, $"{id}.nuspec");

    /// <summary>Returns a file that is XML.</summary>
    public static async Task<XDocument> XmlAsync(string package, string file)
    {
        await using var archive = await ZipFile.OpenReadAsync(package);
        await using var stream = await archive.GetEntry(file)!.OpenAsync();
        return await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None);
    }
}
