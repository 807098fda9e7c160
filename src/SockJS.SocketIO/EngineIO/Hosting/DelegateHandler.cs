using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>Runs a delegate of the application for each connection.</summary>
internal sealed partial class DelegateHandler(Func<EngineIOConnection, Task> handler, string path, ILogger logger) : IEngineHandler
{
    public string Protocol => "engine.io";

    public IEngineReceiver Accept(EngineIOConnection connection) => new Receiver(this, (SessionConnection)connection);

    private async Task RunAsync(SessionConnection connection, ChannelReader<SockJSMessage> messages)
    {
        connection.Reader = token => ReadAsync(messages, token);
        try
        {
            await handler(connection).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (connection.Closed.IsCancellationRequested)
        {
            // The handler has noticed that its client is gone.
        }
        catch (SockJSConnectionClosedException)
        {
            // Likewise.
        }
        catch (Exception exception)
        {
            HandlerFailed(logger, connection.Id, path, exception);
        }

        connection.Close(EngineIOCloseReason.ForcedClose);
        // What nobody reads any more goes back to where it came from.
        while (messages.TryRead(out var message))
            message.Release();
    }

    private static async IAsyncEnumerable<EngineIOMessage> ReadAsync(
        ChannelReader<SockJSMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await messages.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (messages.TryRead(out var message))
            {
                var data = message.Memory.ToArray();
                var isBinary = message.IsBinary;
                message.Release();
                yield return isBinary ? EngineIOMessage.FromBinary(data) : EngineIOMessage.FromUtf8(data);
            }
        }
    }

    [LoggerMessage(26, LogLevel.Error, "The handler of connection {ConnectionId} at {Path} has failed.", EventName = "EngineHandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string connectionId, string path, Exception exception);

    private sealed class Receiver(DelegateHandler handler, SessionConnection connection) : IEngineReceiver
    {
        public MessageLane Sort(ReadOnlySpan<byte> message, bool isBinary) => MessageLane.Queue;

        public void Take(ReadOnlySpan<byte> message, bool isBinary)
        {
            // Nothing gets past the queue.
        }

        public Task RunAsync(ChannelReader<SockJSMessage> messages) => handler.RunAsync(connection, messages);
    }
}
