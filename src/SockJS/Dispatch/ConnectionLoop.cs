using System.Threading.Channels;
using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>Runs the handler of one connection. It never throws: what the user's code throws ends here.</summary>
internal static class ConnectionLoop
{
    /// <summary>Takes the events of a connection to an endpoint class: open, then messages one at a time, then close.</summary>
    public static async Task RunAsync(
        SockJSConnection connection, ChannelReader<SockJSMessage> messages, IMessageDispatcher dispatcher, FailureHandler failures)
    {
        if (await TryOpenAsync(connection, dispatcher, failures).ConfigureAwait(false))
        {
            while (await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                if (!await TryHandleAsync(connection, messages, dispatcher, failures).ConfigureAwait(false))
                    break;
            }
        }

        try
        {
            await dispatcher.OnCloseAsync(connection.CloseReason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerEnded(connection, exception);
        }
    }

    /// <summary>Runs a handler that reads its messages itself; when it returns, the connection is closed.</summary>
    public static async Task RunAsync(SockJSConnection connection, Func<SockJSConnection, Task> handler, FailureHandler failures)
    {
        try
        {
            await handler(connection).ConfigureAwait(false);
            await connection.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerEnded(connection, exception);
            connection.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, SockJSCloseCodes.Normal, "Normal closure"));
        }
    }

    private static async ValueTask<bool> TryOpenAsync(SockJSConnection connection, IMessageDispatcher dispatcher, FailureHandler failures)
    {
        try
        {
            await dispatcher.OnOpenAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            return !failures.HandlerEnded(connection, exception);
        }
    }

    // A handler that has failed for good gets no more messages, not even those that were accepted before their client went away.
    private static async ValueTask<bool> TryHandleAsync(
        SockJSConnection connection, ChannelReader<SockJSMessage> messages, IMessageDispatcher dispatcher, FailureHandler failures)
    {
        while (messages.TryRead(out var message))
        {
            try
            {
                await dispatcher.OnMessageAsync(message).ConfigureAwait(false);
            }
            catch (InvalidMessageException exception)
            {
                failures.MessageRefused(connection, exception);
            }
            catch (Exception exception)
            {
                if (failures.HandlerFailed(connection, exception))
                    return false;
            }
            finally
            {
                message.Release();
            }
        }

        return true;
    }
}
