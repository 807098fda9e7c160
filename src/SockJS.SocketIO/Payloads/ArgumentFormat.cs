using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;

namespace SockJS.SocketIO.Payloads;

/// <summary>How the arguments of a namespace look as JSON.</summary>
/// <param name="options">Settings and metadata, read-only.</param>
/// <param name="nameSpace">The name of the namespace, for errors.</param>
/// <param name="parser">How packets look on the wire.</param>
internal sealed class ArgumentFormat(JsonSerializerOptions options, string nameSpace, SocketIOParser parser = SocketIOParser.Json) : IJsonTypes
{
    public JsonSerializerOptions Options => options;

    public SocketIOParser Parser => parser;

    /// <summary>Gets the settings of what writes packets.</summary>
    public JsonWriterOptions Writing { get; } = new() { Encoder = options.Encoder, SkipValidation = true };

    /// <summary>Gets a value indicating whether nothing but the encoder has a say in how a text is written.</summary>
    public bool WritesTextPlainly { get; } = !options.Converters.Any(static converter => converter.CanConvert(typeof(string)));

    /// <summary>Returns the metadata of a type.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type.</exception>
    public JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)TypeOf(typeof(T));

    /// <summary>Returns the metadata of a type that is known at run time only.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type.</exception>
    public JsonTypeInfo TypeOf(Type type)
    {
        try
        {
            return options.TryGetTypeInfo(type, out var found) ? found : throw Unknown(type);
        }
        catch (NotSupportedException exception)
        {
            // The type is known, but not all that it consists of.
            throw new InvalidOperationException(
                $"The Socket.IO namespace \"{nameSpace}\" has no JSON metadata for all of {type}. {exception.Message}", exception);
        }
    }

    public T? Read<T>(JsonElement json, string what)
    {
        var type = TypeOf<T>();
        try
        {
            return json.Deserialize(type);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            throw new InvalidArgumentException($"{what}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a value that came with attachments, or without.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public T? Read<T>(ReadOnlySpan<byte> json, IReadOnlyList<ReadOnlyMemory<byte>>? attachments) => Read(json, attachments, TypeOf<T>());

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, IReadOnlyList{ReadOnlyMemory{byte}}?)"/>
    public static T? Read<T>(ReadOnlySpan<byte> json, IReadOnlyList<ReadOnlyMemory<byte>>? attachments, JsonTypeInfo<T> type)
    {
        if (KeptJson.Is<T>())
            KeptJson.CheckText(json, type.Options);
        if (attachments is null)
            return JsonSerializer.Deserialize(json, type);
        using (AttachmentScope.Reading(attachments))
            return JsonSerializer.Deserialize(json, type);
    }

    /// <summary>Says whether no text in a valid JSON text has half of a character: who gets it as it is would find out, or who it is passed on to.</summary>
    public static bool IsText(ReadOnlySpan<byte> json) => KeptJson.IsText(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    private InvalidOperationException Unknown(Type type)
        => new($"The Socket.IO namespace \"{nameSpace}\" has no JSON metadata for {type}. Add [JsonSerializable(typeof({TypeText.Of(type)}))] to the "
            + "JsonSerializerContext that the namespace names by JsonContext, or add a context that has it to SocketIOOptions.Json.TypeInfoResolverChain.");
}
