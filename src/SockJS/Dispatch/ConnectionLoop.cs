using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SockJS.Dispatch;

/// <summary>Runs the handler of one connection. It never throws: what the user's code throws ends here.</summary>
internal static partial class ConnectionLoop
{
    /// <summary>Takes the events of a connection to an endpoint class: open, then messages one at a time, then close.</summary>
    public static async Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages, IMessageDispatcher dispatcher, ILogger logger)
    {
        if (await TryOpenAsync(connection, dispatcher, logger).ConfigureAwait(false))
        {
            while (await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                while (messages.TryRead(out var message))
                {
                    try
                    {
                        await dispatcher.OnMessageAsync(message).ConfigureAwait(false);
                    }
                    catch (Exception exception)
                    {
                        HandleFailure(connection, exception, logger);
                    }
                }
            }
        }

        try
        {
            await dispatcher.OnCloseAsync(connection.CloseReason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            HandleFailure(connection, exception, logger);
        }
    }

    /// <summary>Runs a handler that reads its messages itself; when it returns, the connection is closed.</summary>
    public static async Task RunAsync(SockJSConnection connection, Func<SockJSConnection, Task> handler, ILogger logger)
    {
        try
        {
            await handler(connection).ConfigureAwait(false);
            await connection.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            HandleFailure(connection, exception, logger);
            connection.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, SockJSCloseCodes.Normal, "Normal closure"));
        }
    }

    /// <summary>Logs an exception of the user's code and closes the connection, unless it only says that the connection is closed.</summary>
    public static void HandleFailure(SockJSConnection connection, Exception exception, ILogger logger)
    {
        if (exception is SockJSConnectionClosedException)
            return;
        if (exception is OperationCanceledException && connection.Closed.IsCancellationRequested)
            return;
        HandlerFailed(logger, connection.Id, exception);
        connection.Close(new SockJSCloseReason(SockJSCloseKind.HandlerFailed, SockJSCloseCodes.HandlerFailed, "Internal error"));
    }

    private static async ValueTask<bool> TryOpenAsync(SockJSConnection connection, IMessageDispatcher dispatcher, ILogger logger)
    {
        try
        {
            await dispatcher.OnOpenAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            HandleFailure(connection, exception, logger);
            return exception is SockJSConnectionClosedException or OperationCanceledException;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The handler of session {SessionId} failed.", EventName = "HandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string sessionId, Exception exception);
}
