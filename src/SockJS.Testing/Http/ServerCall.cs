using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace SockJS.Testing.Http;

/// <summary>A request to the test server, which can be broken off like a connection.</summary>
internal sealed class ServerCall : IDisposable
{
    private const int MaxBodyShown = 4096;

    private readonly CancellationTokenSource _dropped = new();
    private readonly string _line;

    /// <param name="server">The server.</param>
    /// <param name="line">Method and URL, for errors.</param>
    /// <param name="prepare">Makes the request.</param>
    public ServerCall(TestServer server, string line, Action<HttpContext> prepare)
    {
        _line = line;
        Answer = server.SendAsync(prepare, _dropped.Token);
    }

    /// <summary>Gets the answer, which is there as soon as the server begins it.</summary>
    public Task<HttpContext> Answer { get; }

    /// <summary>Makes an exception of an answer that is none of those hoped for.</summary>
    public async Task<SockJSRefusedException> RefusedAsync(HttpContext http)
    {
        var body = "";
        try
        {
            using var reader = new StreamReader(http.Response.Body);
            var buffer = new char[MaxBodyShown];
            body = new string(buffer, 0, await reader.ReadBlockAsync(buffer, _dropped.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The status says enough.
        }

        return new SockJSRefusedException(_line, http.Response.StatusCode, body);
    }

    /// <summary>Breaks the connection off, where the request is not over. The server has been told when this returns.</summary>
    public void Dispose()
    {
        _dropped.Cancel();
        // Nobody awaits what was broken off.
        _ = Answer.ContinueWith(static answer => answer.Exception, TaskContinuationOptions.OnlyOnFaulted);
        _dropped.Dispose();
    }
}
