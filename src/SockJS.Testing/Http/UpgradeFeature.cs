using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SockJS.Testing.Http;

/// <summary>Lets a request of the test server be upgraded, as requests of a real one can be.</summary>
/// <param name="http">The request.</param>
/// <param name="stream">What becomes of its connection.</param>
internal sealed class UpgradeFeature(HttpContext http, Stream stream) : IHttpUpgradeFeature
{
    private readonly TaskCompletionSource<IHeaderDictionary> _upgraded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsUpgradableRequest => true;

    /// <summary>Gets a task with the headers of the answer, once there is one.</summary>
    public Task<IHeaderDictionary> Upgraded => _upgraded.Task;

    public async Task<Stream> UpgradeAsync()
    {
        http.Response.StatusCode = StatusCodes.Status101SwitchingProtocols;
        http.Response.Headers.Connection = "Upgrade";
        await http.Response.StartAsync().ConfigureAwait(false);
        _upgraded.TrySetResult(new HeaderDictionary(http.Response.Headers.ToDictionary(static header => header.Key, static header => header.Value)));
        return stream;
    }
}
