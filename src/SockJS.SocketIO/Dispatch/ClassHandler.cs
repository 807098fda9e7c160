using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Runs a namespace class: one instance a socket, from a service scope of its own.</summary>
internal sealed class ClassHandler<T>(SocketHandlers<T> handlers, EventRefusals refusals, IServiceScopeFactory scopes) : INamespaceHandler
    where T : class
{
    public ISocketHandler Create(SocketIOSocket socket) => new ClassSocketHandler<T>(handlers, refusals, socket, scopes.CreateAsyncScope());

    public ValueTask EventRefusedAsync(SocketIOSocket socket, Exception exception) => refusals.EventRefusedAsync(socket, exception);

    public void AuthRefused(SocketIOSocket socket, Exception exception) => refusals.AuthRefused(socket, exception);
}
