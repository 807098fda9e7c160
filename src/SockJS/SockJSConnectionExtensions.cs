using System.Runtime.CompilerServices;

namespace SockJS;

/// <summary>Conveniences over <see cref="SockJSConnection"/>.</summary>
public static class SockJSConnectionExtensions
{
    /// <summary>Reads the client's messages, in order, until the connection closes.</summary>
    /// <param name="connection">The connection of an endpoint that was mapped with a delegate.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The messages of this connection go to the methods of an endpoint class.</exception>
    public static IAsyncEnumerable<string> ReadAllAsync(this SockJSConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var messages = connection.Messages
            ?? throw new InvalidOperationException("The messages of this connection go to the [OnMessage] method of its endpoint class.");
        return ReadAsync(cancellationToken);

        async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken token)
        {
            while (await messages.WaitToReadAsync(token).ConfigureAwait(false))
            {
                while (messages.TryRead(out var message))
                    yield return message.ToString();
            }
        }
    }

    /// <summary>Closes the connection with code 1000, "Normal closure".</summary>
    /// <param name="connection">The connection.</param>
    public static ValueTask CloseAsync(this SockJSConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.CloseAsync(SockJSCloseCodes.Normal, "Normal closure");
    }
}
