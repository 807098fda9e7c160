using System.ComponentModel;
using System.Text.Json;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>Sends the messages of a client interface.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageSender
{
    private readonly PayloadSender _sender;

    internal MessageSender(PayloadSender sender) => _sender = sender;

    /// <summary>Sends a message without a payload.</summary>
    /// <param name="name">The name of the message.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask SendAsync(string name, CancellationToken cancellationToken = default) => _sender.SendAsync(name, cancellationToken);

    /// <summary>Sends a message with a payload.</summary>
    /// <typeparam name="TPayload">The type of the payload.</typeparam>
    /// <param name="name">The name of the message.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask SendPayloadAsync<TPayload>(string name, TPayload payload, CancellationToken cancellationToken = default)
        => _sender.SendAsync(name, payload, cancellationToken);

    /// <summary>Sends a message whose payload has several members.</summary>
    /// <typeparam name="TState">The type of <paramref name="state"/>.</typeparam>
    /// <param name="name">The name of the message.</param>
    /// <param name="state">The values.</param>
    /// <param name="write">Writes each of them.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public ValueTask SendMembersAsync<TState>(
        string name, TState state, Action<MemberWriter, TState> write, CancellationToken cancellationToken = default)
    {
        var format = _sender.Format;
        return _sender.SendAsync(format.Options, name, (format, state, write), Write, cancellationToken);

        static void Write(Utf8JsonWriter json, (MessageFormat Format, TState State, Action<MemberWriter, TState> Write) message)
        {
            json.WriteStartObject();
            message.Write(new MemberWriter(json, message.Format), message.State);
            json.WriteEndObject();
        }
    }
}
