using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace SockJS.SocketIO.ClientTests.Hosting;

/// <summary>Where the pages, the scripts and the npm packages of this project are.</summary>
internal static class ProjectFiles
{
    private static readonly string s_directory = typeof(ProjectFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static string Pages => Path.Combine(s_directory, "Pages");

    /// <summary>Gets how a server offers them to browsers, below <c>/client</c>.</summary>
    public static StaticFileOptions Served => new()
    {
        RequestPath = "/client",
        FileProvider = new CompositeFileProvider(new PhysicalFileProvider(Pages), Package("socket.io-client"), Package("engine.io-client")),
        ContentTypeProvider = PageTypes.Provider,
    };

    private static PhysicalFileProvider Package(string name) => new(Path.Combine(s_directory, "node_modules", name, "dist"));
}
