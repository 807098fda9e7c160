using Microsoft.AspNetCore.StaticFiles;

namespace SockJS.ClientTests.Hosting;

/// <summary>The content types of the pages. A browser runs a module only if it comes as JavaScript.</summary>
internal static class PageTypes
{
    public static IContentTypeProvider Provider { get; } = new FileExtensionContentTypeProvider(new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript",
        [".mjs"] = "text/javascript",
    });
}
