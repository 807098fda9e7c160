namespace SockJS.Conformance.Support;

/// <summary>Never gets past a message, and writes down how its connections end.</summary>
[SockJSEndpoint("/stuck")]
public sealed partial class Stuck(CloseLog log)
{
    /// <summary>Waits for the end of the connection.</summary>
    [OnMessage]
    public Task Wait(string message, SockJSConnection connection) => Task.Delay(Timeout.Infinite, connection.Closed);

    /// <summary>Writes down the end.</summary>
    [OnClose]
    public void End(SockJSCloseReason reason) => log.Reasons.Enqueue(reason);
}
