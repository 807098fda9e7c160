namespace SockJS.SocketIO;

/// <summary>Runs when a client joins a namespace, before the namespace's own code. It may refuse the client.</summary>
public interface ISocketIOConnectionFilter
{
    /// <summary>Runs the filter.</summary>
    /// <param name="socket">The socket that is to be connected. What is emitted to it goes out once it is.</param>
    /// <param name="next">Goes on with the next filter. Where it is not called the client is refused.</param>
    /// <exception cref="SocketIORefusedException">The client is refused, with a message and perhaps data.</exception>
    ValueTask InvokeAsync(SocketIOSocket socket, Func<ValueTask> next);
}
