namespace SockJS.SocketIO.Hosting;

internal sealed class DelegateConnectionFilter(Func<SocketIOSocket, Func<ValueTask>, ValueTask> filter) : ISocketIOConnectionFilter
{
    public ValueTask InvokeAsync(SocketIOSocket socket, Func<ValueTask> next) => filter(socket, next);
}
