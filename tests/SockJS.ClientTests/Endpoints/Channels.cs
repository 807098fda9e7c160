using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Endpoints;

/// <summary>Greets its clients, sends every message back, and tells the journal of its end.</summary>
[SockJSChannel("ann", Endpoint = "/multiplex")]
public sealed partial class AnnChannel(ConnectionJournal journal)
{
    [OnOpen]
    public string OnOpen() => "welcome to ann";

    [OnMessage]
    public string OnMessage(string message) => message;

    [OnClose]
    public void OnClose(SockJSCloseReason reason) => journal.Closed(reason);
}

/// <summary>Sends messages back in capitals, until it is told to close.</summary>
[SockJSChannel("bob", Endpoint = "/multiplex")]
public sealed partial class BobChannel(SockJSConnection connection, ConnectionJournal journal)
{
    [OnMessage]
    public async ValueTask OnMessage(string message)
    {
        if (message == "close")
            await connection.CloseAsync(4001, "as you wish");
        else
            await connection.SendAsync(message.ToUpperInvariant());
    }

    [OnClose]
    public void OnClose(SockJSCloseReason reason) => journal.Closed(reason);
}

/// <summary>Sends messages back, under a name that clients have to escape.</summary>
[SockJSChannel("red carpet/\u00e9\ud83d\ude00 100%", Endpoint = "/multiplex")]
public sealed partial class CarpetChannel(ConnectionJournal journal)
{
    public const string Topic = "red carpet/\u00e9\ud83d\ude00 100%";

    [OnMessage]
    public string OnMessage(string message) => message;

    [OnClose]
    public void OnClose(SockJSCloseReason reason) => journal.Closed(reason);
}
