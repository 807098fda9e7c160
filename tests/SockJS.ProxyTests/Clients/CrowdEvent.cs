namespace SockJS.ProxyTests.Clients;

/// <summary>What a client of a crowd reports.</summary>
/// <param name="Client">Its number, from 0.</param>
/// <param name="Event">What happened: <c>open</c>, <c>message</c>, <c>heartbeat</c> or <c>close</c>.</param>
/// <param name="Data">The transport, the message, nothing, or the close code.</param>
internal sealed record CrowdEvent(int Client, string Event, string Data)
{
    public const string Open = "open";
    public const string Message = "message";
    public const string Heartbeat = "heartbeat";
    public const string Close = "close";
}
