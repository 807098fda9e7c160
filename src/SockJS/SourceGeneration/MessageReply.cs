using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>Sends back what a handler method returned; <see langword="null"/> is not sent.</summary>
/// <typeparam name="TReply">The type of a result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageReply<TReply>
{
    private readonly string? _name;
    private readonly JsonTypeInfo<TReply> _type;

    internal MessageReply(string? name, JsonTypeInfo<TReply> type)
    {
        _name = name;
        _type = type;
    }

    /// <summary>Sends a result.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public ValueTask SendAsync(SockJSConnection connection, TReply? result)
    {
        if (result is null)
            return default;
        var sender = (PayloadSender)connection.Payloads;
        return _name is null
            ? sender.SendAsync(result, _type, CancellationToken.None)
            : sender.SendAsync(_name, result, _type, CancellationToken.None);
    }

    /// <summary>Sends the result of a task.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
#nullable disable annotations // A task of T and one of T? both fit a parameter that says nothing of null.
    public async ValueTask SendAsync(SockJSConnection connection, Task<TReply> result)
        => await SendAsync(connection, await result.ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Sends the result of a task.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public ValueTask SendAsync(SockJSConnection connection, ValueTask<TReply> result)
    {
        return result.IsCompletedSuccessfully ? SendAsync(connection, result.Result) : AwaitAsync(this, connection, result);

        static async ValueTask AwaitAsync(MessageReply<TReply> reply, SockJSConnection connection, ValueTask<TReply> result)
            => await reply.SendAsync(connection, await result.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Sends the items of a sequence one by one, until it ends or the connection is closed.</summary>
    /// <param name="connection">The connection of the handler.</param>
    /// <param name="result">What the method returned.</param>
    public ValueTask SendAsync(SockJSConnection connection, IAsyncEnumerable<TReply> result)
        => Sequence.SendAsync(connection, result, (connection, item) => SendAsync(connection, item));
#nullable restore annotations
}
