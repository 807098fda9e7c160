using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Dispatch;

namespace SockJS.Hosting;

/// <summary>Runs an endpoint class: one instance a connection, from a service scope of its own, disposed with it.</summary>
internal sealed class ClassRunner(Func<SockJSConnection, IServiceProvider, IMessageDispatcher> createDispatcher, IServiceProvider services) : IHandlerRunner
{
    private readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Dispatch);

    public bool HandlerReads => false;

    public async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await using var dispatcher = createDispatcher(connection, scope.ServiceProvider);
            await ConnectionLoop.RunAsync(connection, messages, dispatcher, _logger).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The handler or a service of its scope could not be disposed.
            ConnectionLoop.HandleFailure(connection, exception, _logger);
        }
    }
}
