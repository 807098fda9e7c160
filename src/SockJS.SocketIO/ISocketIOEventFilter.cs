namespace SockJS.SocketIO;

/// <summary>Runs for each event of a client, before its handler.</summary>
public interface ISocketIOEventFilter
{
    /// <summary>Runs the filter.</summary>
    /// <param name="context">The event.</param>
    /// <param name="next">Goes on with the next filter, and at last with the handler. Where it is not called the event is dropped.</param>
    ValueTask InvokeAsync(SocketIOEventContext context, Func<ValueTask> next);
}
