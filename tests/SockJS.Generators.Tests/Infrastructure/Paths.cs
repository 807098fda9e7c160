using System.Reflection;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Directories of the source tree.</summary>
internal static class Paths
{
    public static string Project { get; } = typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "..", ".."));

    public static string Snapshots { get; } = Path.Combine(Project, "Snapshots", "Verified");
}
