using Microsoft.AspNetCore.Http;
using SockJS.Protocol;

namespace SockJS.Hosting;

/// <summary>Tells people and monitors that the endpoint is there.</summary>
internal static class GreetingEndpoint
{
    public static async Task RunAsync(HttpContext http)
    {
        http.Response.ContentType = Greeting.ContentType;
        http.Response.ContentLength = Greeting.Body.Length;
        await http.Response.Body.WriteAsync(Greeting.Body).ConfigureAwait(false);
    }
}
