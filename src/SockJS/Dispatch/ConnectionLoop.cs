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
                if (!await TryHandleAsync(connection, messages, dispatcher, logger).ConfigureAwait(false))
                    break;
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
    /// <returns>Whether the handler has failed.</returns>
    public static bool HandleFailure(SockJSConnection connection, Exception exception, ILogger logger)
    {
        if (exception is SockJSConnectionClosedException)
            return false;
        if (exception is OperationCanceledException && connection.Closed.IsCancellationRequested)
            return false;
        HandlerFailed(logger, connection.Id, exception);
        connection.Close(new SockJSCloseReason(SockJSCloseKind.HandlerFailed, SockJSCloseCodes.HandlerFailed, "Internal error"));
        return true;
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
            return !HandleFailure(connection, exception, logger);
        }
    }

    // A handler that has failed gets no more messages, not even those that were accepted before their client went away.
    private static async ValueTask<bool> TryHandleAsync(
        SockJSConnection connection, ChannelReader<SockJSMessage> messages, IMessageDispatcher dispatcher, ILogger logger)
    {
        while (messages.TryRead(out var message))
        {
            try
            {
                await dispatcher.OnMessageAsync(message).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                if (HandleFailure(connection, exception, logger))
                    return false;
            }
        }

        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "The handler of session {SessionId} failed.", EventName = "HandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string sessionId, Exception exception);
}
