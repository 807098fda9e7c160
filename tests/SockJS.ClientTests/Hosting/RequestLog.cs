using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace SockJS.ClientTests.Hosting;

/// <summary>Counts the requests by the last segment of their path, which names the transport.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public int Count(string segment) => _counts.GetValueOrDefault(segment);

    public Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        _counts.AddOrUpdate(path[(path.LastIndexOf('/') + 1)..], 1, static (_, count) => count + 1);
        return next(context);
    }
}
