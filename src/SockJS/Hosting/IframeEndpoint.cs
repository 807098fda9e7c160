using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SockJS.Protocol;

namespace SockJS.Hosting;

/// <summary>Serves the page inside which a client of another origin runs its <c>iframe-</c> transports.</summary>
internal sealed class IframeEndpoint(SockJSOptions options, OriginPolicy origins, TimeProvider time)
{
    private readonly IframePage _page = new(options.ClientLibraryUrl!);

    public async Task RunAsync(HttpContext http)
    {
        var response = http.Response;
        ResponseHeaders.AllowCaching(response, time);
        response.Headers.ETag = _page.ETag;
        // Inside the frame all requests are same-origin, so who may frame it is all there is to check.
        if (origins.FrameAncestors is { } ancestors)
            response.Headers.ContentSecurityPolicy = ancestors;
        if (IsCurrent(http.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/html; charset=UTF-8";
        response.ContentLength = _page.Body.Length;
        await response.Body.WriteAsync(_page.Body).ConfigureAwait(false);
    }

    private bool IsCurrent(HttpRequest request)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags))
            return false;
        var current = new EntityTagHeaderValue(_page.ETag);
        foreach (var tag in tags)
        {
            if (tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: false))
                return true;
        }

        return false;
    }
}
