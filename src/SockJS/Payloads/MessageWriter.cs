using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SockJS.Protocol;

namespace SockJS.Payloads;

/// <summary>Writes a message into pooled memory. A thread keeps the last one it was done with.</summary>
#pragma warning disable CA1001 // The JSON writer owns nothing but the buffer, which is given back by Return.
internal sealed class MessageWriter : IBufferWriter<byte>
{
    // What a thread may keep between two messages.
    private const int MaxKept = 4096;

    [ThreadStatic]
    private static MessageWriter? s_spare;

    private readonly JsonSerializerOptions _options;
    private readonly Utf8JsonWriter _json;
    private PooledBuffer _bytes;

    private MessageWriter(JsonSerializerOptions options)
    {
        _options = options;
        _json = new Utf8JsonWriter(this, new JsonWriterOptions
        {
            Encoder = options.Encoder,
            Indented = options.WriteIndented,
#if NET9_0_OR_GREATER
            IndentCharacter = options.IndentCharacter,
            IndentSize = options.IndentSize,
            NewLine = options.NewLine,
#endif
            SkipValidation = true,
        });
    }

    /// <summary>Gets the message; it is there until <see cref="Return"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Takes a writer, to be given back by <see cref="Return"/>.</summary>
    public static MessageWriter Rent(JsonSerializerOptions options)
    {
        var spare = s_spare;
        s_spare = null;
        if (spare is null)
            return new MessageWriter(options);
        if (spare.Suits(options))
            return spare;
        spare._bytes.Free();
        return new MessageWriter(options);
    }

    public void Return()
    {
        if (_bytes.Array.Length > MaxKept)
            _bytes.Free();
        else
            _bytes.Truncate(0);
        _json.Reset();
        // A converter that sends something itself has left its writer here.
        s_spare?._bytes.Free();
        s_spare = this;
    }

    /// <summary>Writes a value as a message of its own.</summary>
    public void WriteBare<T>(T value, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(_json, value, type);
        _json.Flush();
    }

    /// <summary>Writes a message without a payload.</summary>
    public void WriteName(MessageShape shape, string name)
    {
        Begin(shape, name);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Writes a message whose payload is written by others.</summary>
    /// <param name="shape">The shape of the message.</param>
    /// <param name="name">The name of the message.</param>
    /// <param name="state">What to hand to <paramref name="write"/>.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Write<TState>(MessageShape shape, string name, TState state, Action<Utf8JsonWriter, TState> write)
    {
        Begin(shape, name);
        if (shape.IsFlat)
        {
            _json.Flush();
            WriteBeside(state, write);
            return;
        }

        _json.WritePropertyName(shape.DataProperty);
        write(_json, state);
        _json.WriteEndObject();
        _json.Flush();
    }

    void IBufferWriter<byte>.Advance(int count) => _bytes.Advance(count);

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        _bytes.GetSpan(Math.Max(sizeHint, 1));
        return _bytes.Array.AsMemory(_bytes.Length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => _bytes.GetSpan(Math.Max(sizeHint, 1));

    // Every endpoint has settings of its own, which mostly differ in what is nothing to a writer.
    private bool Suits(JsonSerializerOptions options)
        => ReferenceEquals(_options, options)
            || (Equals(_options.Encoder, options.Encoder) && !_options.WriteIndented && !options.WriteIndented);

    private void Begin(MessageShape shape, string name)
    {
        _json.WriteStartObject();
        _json.WriteString(shape.TypeProperty, name);
    }

    // The brace that opens the payload becomes the comma that continues the message; the one that closes it closes both.
    private void WriteBeside<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var end = _bytes.Length;
        _json.Reset();
        write(_json, state);
        _json.Flush();
        var payload = _bytes.Array.AsSpan(end, _bytes.Length - end);
        if (payload.SequenceEqual("null"u8) || payload.SequenceEqual("{}"u8))
        {
            _bytes.Truncate(end);
            _bytes.Append((byte)'}');
            return;
        }

        if (payload[0] != '{')
            throw new InvalidOperationException("Only JSON objects can be sent in a flat shape, where their members stand beside the name of the message.");
        payload[0] = (byte)',';
    }
}
