using System.Threading.Channels;
using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Runs the delegate that an endpoint was mapped with.</summary>
internal sealed class DelegateRunner(Func<SockJSConnection, Task> handler, MessageFormat format, FailureHandler failures) : IConnectionHandler
{
    public bool ReadsItself => true;

    public bool TakesUtf8 => false;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages) => ConnectionLoop.RunAsync(connection, handler, failures);

    public IPayloadSender CreateSender(SockJSConnection connection) => new ConnectionSender(connection, format);
}
