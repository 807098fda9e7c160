using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Dispatch;

namespace SockJS.Hosting;

/// <summary>Runs the delegate that an endpoint was mapped with.</summary>
internal sealed class DelegateRunner(Func<SockJSConnection, Task> handler, IServiceProvider services) : IHandlerRunner
{
    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Dispatch);

    public bool HandlerReads => true;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages) => ConnectionLoop.RunAsync(connection, handler, _logger);
}
