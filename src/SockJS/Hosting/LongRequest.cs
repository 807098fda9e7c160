using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Hosting;

/// <summary>What the server and its tools are to know of a request that waits for messages.</summary>
internal static class LongRequest
{
    /// <summary>Keeps middleware from holding back what is written.</summary>
    public static void SendAtOnce(HttpContext http)
    {
        // The compression middleware looks at this header from now on; a compressed frame would wait for more to come.
        if (http.Features.Get<IHttpsCompressionFeature>() is not null)
            http.Request.Headers.AcceptEncoding = default;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Sets the tag by which tools know the long requests of SignalR, to leave them out of what they say of durations.</summary>
    public static void Mark(HttpContext http)
        => http.Features.Get<IHttpActivityFeature>()?.Activity.AddTag("http.long_running", "true");
}
