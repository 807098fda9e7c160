using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Calls the delegates that handle a namespace.</summary>
internal sealed class DelegateHandler(DelegateRoutes routes, ArgumentFormat format, EventRefusals refusals) : INamespaceHandler
{
    private readonly DelegateRouter _router = new(routes.Events);

    public ISocketHandler Create(SocketIOSocket socket) => new SocketHandler(routes, _router, format, socket);

    public ValueTask EventRefusedAsync(SocketIOSocket socket, Exception exception) => refusals.EventRefusedAsync(socket, exception);

    public void AuthRefused(SocketIOSocket socket, Exception exception) => refusals.AuthRefused(socket, exception);

    private sealed class SocketHandler(DelegateRoutes routes, DelegateRouter router, ArgumentFormat format, SocketIOSocket socket) : ISocketHandler
    {
        public ValueTask ConnectAsync() => routes.OnConnect is { } onConnect ? onConnect(socket) : default;

        // Whatever it throws is logged by the socket.
        public ValueTask HandleAsync(in IncomingEvent received)
        {
            if (router.Find(received.RawName) is { } route)
            {
                received.Watch?.Found(route.Name);
                return route.Handler(socket, received.KeepArguments(format), socket.CreateAck(received.AckId));
            }

            return routes.OnAny is { } onAny
                ? onAny(socket, received.ReadName(), received.KeepArguments(format), socket.CreateAck(received.AckId))
                : default;
        }

        public ValueTask DisconnectAsync(SocketIODisconnectReason reason)
            => routes.OnDisconnect is { } onDisconnect ? onDisconnect(socket, reason) : default;

        public ValueTask DisposeAsync() => default;
    }
}
