using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

internal sealed class ServiceConnectionFilter<TFilter>(IServiceScopeFactory scopes) : ISocketIOConnectionFilter
    where TFilter : class, ISocketIOConnectionFilter
{
    public async ValueTask InvokeAsync(SocketIOSocket socket, Func<ValueTask> next)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await scope.ServiceProvider.GetRequiredService<TFilter>().InvokeAsync(socket, next).ConfigureAwait(false);
    }
}
