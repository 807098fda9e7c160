using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

internal sealed class ServiceEventFilter<TFilter>(IServiceScopeFactory scopes) : ISocketIOEventFilter
    where TFilter : class, ISocketIOEventFilter
{
    public async ValueTask InvokeAsync(SocketIOEventContext context, Func<ValueTask> next)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await scope.ServiceProvider.GetRequiredService<TFilter>().InvokeAsync(context, next).ConfigureAwait(false);
    }
}
