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

    /// <summary>Sends a value as JSON, without an envelope.</summary>
    /// <typeparam name="T">The type of the value; the endpoint needs JSON metadata for it.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="payload">The value.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <returns>A task that completes when the message was accepted.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has no metadata for the type.</exception>
    /// <exception cref="SockJSConnectionClosedException">The connection is closed, or was before there was room.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before there was room.</exception>
    public static ValueTask SendAsync<T>(this SockJSConnection connection, T payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Payloads.SendAsync(payload, cancellationToken);
    }

    /// <summary>Sends a named message in the shape of the endpoint, <c>{"type":"name","data":…}</c> unless it has another.</summary>
    /// <typeparam name="T">The type of the payload; the endpoint needs JSON metadata for it.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="name">The name of the message.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="cancellationToken">Ends the wait for room in the send buffer.</param>
    /// <returns>A task that completes when the message was accepted.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has no metadata for the type, or its shape is flat and the payload no JSON object.</exception>
    /// <exception cref="SockJSConnectionClosedException">The connection is closed, or was before there was room.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before there was room.</exception>
    public static ValueTask SendAsync<T>(this SockJSConnection connection, string name, T payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(name);
        return connection.Payloads.SendAsync(name, payload, cancellationToken);
    }

    /// <summary>Returns the client interface of the endpoint, whose methods send messages to this connection.</summary>
    /// <typeparam name="TClient">The interface that the endpoint class names (<see cref="SockJSEndpointAttribute.Client"/>).</typeparam>
    /// <param name="connection">The connection.</param>
    /// <exception cref="InvalidOperationException">The endpoint names another interface, or none.</exception>
    public static TClient Client<TClient>(this SockJSConnection connection)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Payloads.Client<TClient>();
    }

    /// <summary>Lets the connection join a group of its endpoint. It leaves by itself when it ends, whatever the end.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="group">The name of the group: 1 to 256 characters, compared one by one.</param>
    /// <returns><see langword="true"/> where it is a member now and was none; <see langword="false"/> where it was one already, or is closed.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">The connection is in <see cref="EndpointOptions.MaxGroupsPerConnection"/> groups already.</exception>
    public static ValueTask<bool> JoinAsync(this SockJSConnection connection, string group)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return ValueTask.FromResult(connection.Membership.Join(group));
    }

    /// <summary>Lets the connection leave a group of its endpoint.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="group">The name of the group.</param>
    /// <returns><see langword="true"/> where it was a member; <see langword="false"/> where it was none.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static ValueTask<bool> LeaveAsync(this SockJSConnection connection, string group)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return ValueTask.FromResult(connection.Membership.Leave(group));
    }

    /// <summary>Closes the connection with code 1000, "Normal closure".</summary>
    /// <param name="connection">The connection.</param>
    public static ValueTask CloseAsync(this SockJSConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.CloseAsync(SockJSCloseCodes.Normal, "Normal closure");
    }
}
