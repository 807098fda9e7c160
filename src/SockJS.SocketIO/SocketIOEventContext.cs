namespace SockJS.SocketIO;

/// <summary>An event on its way to its handler.</summary>
public sealed class SocketIOEventContext
{
    internal SocketIOEventContext(SocketIOSocket socket, string name, SocketIOArguments arguments, SocketIOAck ack)
    {
        Socket = socket;
        Name = name;
        Arguments = arguments;
        Ack = ack;
    }

    /// <summary>Gets the socket that it came from.</summary>
    public SocketIOSocket Socket { get; }

    /// <summary>Gets the name of the event.</summary>
    public string Name { get; }

    /// <summary>Gets its arguments.</summary>
    public SocketIOArguments Arguments { get; }

    /// <summary>Gets what answers it. What a filter has answered the handler cannot answer again.</summary>
    public SocketIOAck Ack { get; }
}
