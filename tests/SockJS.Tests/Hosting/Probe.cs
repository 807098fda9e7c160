namespace SockJS.Tests.Hosting;

/// <summary>An annotated class, as users write them.</summary>
[SockJSEndpoint("/probe")]
internal sealed partial class Probe
{
    [OnMessage]
    public string Echo(string message) => message;
}
