using System.Reflection;

namespace SockJS.DocSnippets.Markdown;

/// <summary>The files of the repository that the tests read. Paths are relative to its root, with slashes.</summary>
internal static class Repository
{
    // Build output and packages of npm bring pages of their own.
    private static readonly string[] s_foreign = ["artifacts", "bin", "obj", "node_modules", "TestResults"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryDirectory").Value!;

    public static string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(FullPath(path));

    public static MarkdownPage Page(string path) => new(path, Read(path));

    public static IReadOnlyList<string> Pages { get; } = [.. Find("", "*.md").Order(StringComparer.Ordinal)];

    /// <summary>Finds files below a folder.</summary>
    public static IEnumerable<string> Find(string folder, string pattern)
    {
        var directory = new DirectoryInfo(FullPath(folder));
        var here = directory.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));
        var below = directory.EnumerateDirectories()
            .Where(inner => !inner.Name.StartsWith('.') && !s_foreign.Contains(inner.Name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(inner => Find(Path.GetRelativePath(Root, inner.FullName), pattern));
        return here.Concat(below);
    }
}
