using Microsoft.AspNetCore.Authorization;

namespace SockJS.Tests.Hosting;

/// <summary>An annotated class that is not for everybody.</summary>
[SockJSEndpoint("/guarded")]
[Authorize(Policy = "probes")]
internal sealed partial class GuardedProbe
{
    [OnMessage]
    public string Echo(string message) => message;
}
