namespace ProtocolServer.Endpoints;

/// <summary>Closes each connection as soon as it is open.</summary>
[SockJSEndpoint("/close")]
public sealed partial class Close
{
    /// <summary>Sends the client away.</summary>
    [OnOpen]
    public ValueTask Refuse(SockJSConnection connection) => connection.CloseAsync(3000, "Go away!");
}
