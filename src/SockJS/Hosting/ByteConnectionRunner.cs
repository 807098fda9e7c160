using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using SockJS.Adapters;
using SockJS.Dispatch;
using SockJS.Payloads;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Runs a handler that was written for connections of bytes.</summary>
internal sealed class ByteConnectionRunner(
    ConnectionDelegate handler, ByteCodec codec, AdapterContext context, MessageFormat format, FailureHandler failures) : IConnectionHandler
{
    public bool ReadsItself => false;

    public bool TakesUtf8 => true;

    public async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
    {
        try
        {
            await using var bytes = new ByteConnection(connection, messages, codec, context);
            await ConnectionLoop.RunAsync(connection, _ => bytes.RunAsync(handler), failures).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A service of its scope could not be disposed.
            failures.HandlerEnded(connection, exception);
        }
    }

    public IPayloadSender CreateSender(SockJSConnection connection) => new ConnectionSender(connection, format);
}
