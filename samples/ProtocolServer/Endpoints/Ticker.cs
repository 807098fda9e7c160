using System.Runtime.CompilerServices;

namespace ProtocolServer.Endpoints;

/// <summary>Sends a message each second.</summary>
[SockJSEndpoint("/ticker")]
public sealed partial class Ticker
{
    /// <summary>Ticks until the connection closes.</summary>
    [OnOpen]
    public async IAsyncEnumerable<string> Tick([EnumeratorCancellation] CancellationToken closed)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(closed))
            yield return "tick!";
    }
}
