using System.Reflection;

namespace SockJS.ProxyTests;

/// <summary>Where the configurations of the guide and the scripts of this project are.</summary>
internal static class RepositoryFiles
{
    private static readonly string s_root = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryDirectory").Value!;

    private static readonly string s_project = Path.Combine(s_root, "tests", "SockJS.ProxyTests");

    public static string Configuration(string name) => Path.Combine(s_root, "docs", "guide", "proxies", name);

    public static string Script(string name) => Path.Combine(s_project, "Scripts", name);

    public static string ClientLibrary => Path.Combine(s_project, "node_modules", "sockjs-client", "dist", "sockjs.min.js");
}
