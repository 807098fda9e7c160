namespace ProtocolServer.Endpoints;

/// <summary>The echo with the limits of an ordinary endpoint, to be measured.</summary>
[SockJSEndpoint("/bench/echo")]
public sealed partial class BenchEcho
{
    /// <summary>Answers one message.</summary>
    [OnMessage]
    public string Answer(string message) => message;
}
