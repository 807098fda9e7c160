using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Endpoints;

/// <summary>Sends every message back, and tells the journal of its connections.</summary>
[SockJSEndpoint("/echo")]
public sealed partial class EchoEndpoint(ConnectionJournal journal)
{
    [OnOpen]
    public void OnOpen(SockJSConnection connection) => journal.Opened(connection);

    [OnMessage]
    public string OnMessage(string message) => message;

    [OnClose]
    public void OnClose(SockJSCloseReason reason) => journal.Closed(reason);
}
