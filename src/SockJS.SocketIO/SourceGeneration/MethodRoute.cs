using SockJS.Payloads;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>A method that handles an event, called by generated code.</summary>
/// <param name="name">The name of the event; <see langword="null"/> for all others.</param>
/// <param name="readers">How its arguments are read.</param>
/// <param name="format">What knows the types of others.</param>
/// <param name="invoke">Calls the method.</param>
internal sealed class MethodRoute<T>(string? name, MemberReader[] readers, ArgumentFormat format, EventMethod<T> invoke) : EventRoute<T>(name)
{
    public override ValueTask InvokeAsync(T instance, SocketIOSocket socket, IServiceProvider services, in IncomingEvent received)
        => invoke(instance, socket, services, new EventCall(in received, socket, readers, format));
}
