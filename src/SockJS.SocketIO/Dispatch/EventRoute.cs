using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>A method that handles an event.</summary>
/// <param name="name">The name of the event; <see langword="null"/> for all others.</param>
internal abstract class EventRoute<T>(string? name)
{
    public string? Name => name;

    /// <summary>Handles an event.</summary>
    /// <exception cref="SockJS.Payloads.InvalidMessageException">The arguments are not what the method takes, which was not called then.</exception>
    public abstract ValueTask InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services, in IncomingEvent received);
}
