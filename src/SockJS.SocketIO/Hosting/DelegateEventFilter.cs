namespace SockJS.SocketIO.Hosting;

internal sealed class DelegateEventFilter(Func<SocketIOEventContext, Func<ValueTask>, ValueTask> filter) : ISocketIOEventFilter
{
    public ValueTask InvokeAsync(SocketIOEventContext context, Func<ValueTask> next) => filter(context, next);
}
