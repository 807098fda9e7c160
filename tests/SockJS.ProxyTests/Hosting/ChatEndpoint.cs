namespace SockJS.ProxyTests.Hosting;

/// <summary>Sends every message back with the name of the server, and tells clients where they come from.</summary>
[SockJSEndpoint("/chat")]
public sealed partial class ChatEndpoint(ServerName server)
{
    /// <summary>The message that is answered with the address of the client.</summary>
    public const string WhereFrom = "where from";

    [OnMessage]
    public string OnMessage(string message, SockJSConnection connection)
        => message == WhereFrom ? $"{connection.Client.RemoteEndPoint!.Address}" : $"{server} {message}";
}

/// <summary>The name of a server.</summary>
public sealed class ServerName(string name)
{
    public override string ToString() => name;
}
