using System.Reflection;

namespace SockJS.ClientTests.Hosting;

/// <summary>Where the pages, the scripts and the npm packages of this project are.</summary>
internal static class ProjectFiles
{
    private static readonly string s_directory = typeof(ProjectFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static string Pages => Path.Combine(s_directory, "Pages");

    public static string MultiplexLibrary => Path.Combine(s_directory, "node_modules", "websocket-multiplex");

    public static string ClientLibrary => Path.Combine(s_directory, "node_modules", "sockjs-client", "dist");
}
