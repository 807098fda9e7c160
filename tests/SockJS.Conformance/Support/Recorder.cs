using System.Collections.Concurrent;

namespace SockJS.Conformance.Support;

/// <summary>An echo that writes down how its connections end, and that can be asked to end them.</summary>
[SockJSEndpoint("/echo")]
public sealed partial class Recorder(CloseLog log)
{
    /// <summary>The message that asks for the end.</summary>
    public const string Close = "close";

    /// <summary>Answers one message.</summary>
    [OnMessage]
    public ValueTask Answer(string message, SockJSConnection connection)
        => message == Close ? connection.CloseAsync(3005, "As you wish") : connection.SendAsync(message);

    /// <summary>Writes down the end.</summary>
    [OnClose]
    public void End(SockJSCloseReason reason) => log.Reasons.Enqueue(reason);
}

/// <summary>The ends of connections, in the order in which the application saw them.</summary>
public sealed class CloseLog
{
    public ConcurrentQueue<SockJSCloseReason> Reasons { get; } = new();

    public async Task<SockJSCloseReason> NextAsync()
    {
        await Eventually.IsTrueAsync(() => !Reasons.IsEmpty);
        Assert.True(Reasons.TryDequeue(out var reason));
        return reason;
    }
}
