namespace SocketIOProtocolServer;

/// <summary>What both servers have in common.</summary>
internal static class ServerDefaults
{
    public static WebApplicationBuilder CreateBuilder(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // While this category logs anything at all, each request gets an activity and a log scope, which a benchmark would measure.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(url);
        return builder;
    }
}
