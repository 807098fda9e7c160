using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SockJS.Payloads;

/// <summary>Writes messages in the format of an endpoint and sends them; where to is up to those who derive from it.</summary>
internal abstract class PayloadSender(MessageFormat format) : IPayloadSender
{
    private object? _client;

    public MessageFormat Format => format;

    public ValueTask SendAsync<T>(T payload, CancellationToken cancellationToken)
        => SendAsync(payload, format.TypeOf<T>(), cancellationToken);

    public ValueTask SendAsync<T>(T payload, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var writer = MessageWriter.Rent(type.Options);
        try
        {
            writer.WriteBare(payload, type);
        }
        catch
        {
            writer.Return();
            throw;
        }

        return SendAsync(writer, cancellationToken);
    }

    public ValueTask SendAsync<T>(string name, T payload, CancellationToken cancellationToken)
        => SendAsync(name, payload, format.TypeOf<T>(), cancellationToken);

    public ValueTask SendAsync<T>(string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => SendAsync(
            type.Options,
            name,
            (payload, type),
            static (json, state) => JsonSerializer.Serialize(json, state.payload, state.type),
            cancellationToken);

    /// <summary>Sends a message without a payload.</summary>
    public ValueTask SendAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var writer = MessageWriter.Rent(format.Options);
        writer.WriteName(format.Shape, name);
        return SendAsync(writer, cancellationToken);
    }

    /// <summary>Sends a message whose payload is written by others.</summary>
    public ValueTask SendAsync<TState>(
        JsonSerializerOptions options, string name, TState state, Action<Utf8JsonWriter, TState> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var writer = MessageWriter.Rent(options);
        try
        {
            writer.Write(format.Shape, name, state, write);
        }
        catch
        {
            writer.Return();
            throw;
        }

        return SendAsync(writer, cancellationToken);
    }

    public TClient Client<TClient>()
        where TClient : class
        => (_client ??= format.CreateClient(this)) as TClient ?? throw format.NoSuchClient(typeof(TClient));

    /// <summary>Sends what was written, and gives the writer back.</summary>
    protected abstract ValueTask SendAsync(MessageWriter writer, CancellationToken cancellationToken);
}
