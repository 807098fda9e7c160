namespace ProtocolServer.Endpoints;

/// <summary>Answers every message with itself.</summary>
[SockJSEndpoint("/echo")]
public sealed partial class Echo
{
    /// <summary>Answers one message.</summary>
    [OnMessage]
    public string Answer(string message) => message;
}
