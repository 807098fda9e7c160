using SockJS.Payloads;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.SourceGeneration;

namespace SockJS.SocketIO.Dispatch;

/// <summary>A method that handles an event.</summary>
/// <param name="name">The name of the event; <see langword="null"/> for all others.</param>
/// <param name="readers">How its arguments are read.</param>
/// <param name="format">What knows the types of others.</param>
/// <param name="invoke">Calls the method.</param>
internal sealed class EventRoute<T>(string? name, MemberReader[] readers, ArgumentFormat format, EventMethod<T> invoke)
{
    public string? Name => name;

    /// <summary>Handles an event.</summary>
    /// <exception cref="InvalidMessageException">The arguments are not what the method takes, which was not called then.</exception>
    public ValueTask InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services, in IncomingEvent received)
        => invoke(instance, socket, services, new EventCall(in received, socket, readers, format));
}
