namespace SockJS.Tests.Hosting;

/// <summary>An annotated class with a session manager of its own.</summary>
[SockJSEndpoint("/managed", Manager = typeof(GuardManager))]
internal sealed partial class ManagedProbe
{
    [OnMessage]
    public string Echo(string message) => message;
}
