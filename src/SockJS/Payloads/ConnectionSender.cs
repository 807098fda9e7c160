namespace SockJS.Payloads;

/// <summary>Sends to one connection.</summary>
internal sealed class ConnectionSender(SockJSConnection connection, MessageFormat format) : PayloadSender(format)
{
    protected override ValueTask SendAsync(MessageWriter writer, CancellationToken cancellationToken)
    {
        var sending = connection.SendAsync(SockJSMessage.FromUtf8(writer.Written), cancellationToken);
        if (!sending.IsCompletedSuccessfully)
            return AwaitAsync(sending, writer);
        writer.Return();
        return default;
    }

    // The connection reads the bytes when it has room for them.
    private static async ValueTask AwaitAsync(ValueTask sending, MessageWriter writer)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        finally
        {
            writer.Return();
        }
    }
}
