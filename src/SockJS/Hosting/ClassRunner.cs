using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Runs an endpoint class: one instance a connection, from a service scope of its own, disposed with it.</summary>
internal sealed class ClassRunner<T>(EndpointHandlers<T> handlers, MessageFormat format, FailureHandler failures, IServiceProvider services) : IConnectionHandler
    where T : class
{
    private readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();

    public bool ReadsItself => false;

    public bool TakesUtf8 => handlers.Router is not null;

    public async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await using var dispatcher = new HandlerDispatcher<T>(handlers, failures, connection, scope.ServiceProvider);
            await ConnectionLoop.RunAsync(connection, messages, dispatcher, failures).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The handler or a service of its scope could not be disposed.
            failures.HandlerEnded(connection, exception);
        }
    }

    public IPayloadSender CreateSender(SockJSConnection connection) => new ConnectionSender(connection, format);
}
