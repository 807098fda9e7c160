namespace ChatSample;

/// <summary>Serves the page and its scripts, and forbids them everything that they do not need.</summary>
internal static class ChatPage
{
    // The transports need no exception: scripts, frames, form targets and sockets of this server are all 'self'. The policy is for the files
    // of the page only; the pages that the library serves to hidden frames carry inline scripts, and headers of their own.
    private const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseChatPage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = static context =>
            {
                var headers = context.Context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.CacheControl = "no-cache";
            },
        });
    }
}
