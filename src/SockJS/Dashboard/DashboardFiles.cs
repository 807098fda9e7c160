using Microsoft.AspNetCore.Http;

namespace SockJS.Dashboard;

/// <summary>The page and what it consists of.</summary>
internal static class DashboardFiles
{
    private const string JavaScript = "text/javascript; charset=utf-8";

    private static readonly DashboardFile s_page = new("index.html", "text/html; charset=utf-8");

    /// <summary>Gets the files beside the page, by the names of their URLs.</summary>
    public static IReadOnlyDictionary<string, DashboardFile> All { get; } = new (string Name, string ContentType)[]
    {
        ("dashboard.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("dashboard.js", JavaScript),
        ("connection.js", JavaScript),
        ("endpoints.js", JavaScript),
        ("sessions.js", JavaScript),
        ("closing.js", JavaScript),
        ("chart.js", JavaScript),
        ("text.js", JavaScript),
    }.ToDictionary(static file => file.Name, static file => new DashboardFile(file.Name, file.ContentType));

    /// <summary>Answers with the page. Its URL ends in a slash, so that all others are relative to it, whatever a proxy puts before them.</summary>
    public static Task RunAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path.EndsWith('/'))
            return s_page.RunAsync(http);
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = $".{new PathString(path[path.LastIndexOf('/')..]).ToUriComponent()}/";
        return Task.CompletedTask;
    }
}
