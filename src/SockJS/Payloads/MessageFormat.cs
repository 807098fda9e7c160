using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SockJS.Payloads;

/// <summary>How the messages of an endpoint look: the JSON metadata of their payloads and their shape.</summary>
/// <param name="options">Settings and metadata.</param>
/// <param name="fallback">The metadata of types that <paramref name="options"/> do not know.</param>
/// <param name="shape">Where the name and the payload are.</param>
/// <param name="prefix">The prefix of the endpoint, for errors.</param>
/// <param name="createClient">Makes the client interface of the endpoint.</param>
internal sealed class MessageFormat(
    JsonSerializerOptions options, JsonSerializerOptions fallback, MessageShape shape, string prefix, Func<PayloadSender, object>? createClient = null)
{
    // What a depth of 0 means to the serializer.
    private const int DefaultMaxDepth = 64;

    public JsonSerializerOptions Options => options;

    public MessageShape Shape => shape;

    /// <summary>Gets how the JSON around payloads is read: as leniently as they are, and one level deeper.</summary>
    public JsonReaderOptions Reading { get; } = new()
    {
        AllowTrailingCommas = options.AllowTrailingCommas,
        CommentHandling = options.ReadCommentHandling,
        MaxDepth = Math.Min(options.MaxDepth == 0 ? DefaultMaxDepth : options.MaxDepth, int.MaxValue - 1) + 1,
    };

    /// <summary>Returns the metadata of a type.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type.</exception>
    public JsonTypeInfo<T> TypeOf<T>()
    {
        try
        {
            return Find<T>(options) ?? Find<T>(fallback) ?? throw Unknown(typeof(T));
        }
        catch (NotSupportedException exception)
        {
            // The type is known, but not all that it consists of.
            throw new InvalidOperationException($"The SockJS endpoint \"{prefix}\" has no JSON metadata for all of {typeof(T)}. {exception.Message}", exception);
        }
    }

    /// <summary>Makes the reader of a parameter of a handler.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
    public PayloadReader<T> ReaderOf<T>(PayloadRule<T> rule)
    {
        object? reader = rule switch
        {
            PayloadRule<string> text => new TextPayloadReader(text),
            PayloadRule<ReadOnlyMemory<char>> chars => new CharsPayloadReader(chars),
            PayloadRule<ReadOnlyMemory<byte>> utf8 => new Utf8PayloadReader(utf8),
            PayloadRule<JsonElement> element => new ElementPayloadReader(TypeOf<JsonElement>(), Reading, element),
            _ => null,
        };
        return (PayloadReader<T>?)reader ?? new JsonPayloadReader<T>(TypeOf<T>(), rule);
    }

    /// <summary>Makes the reader of a parameter that takes a member of payloads.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
    public MemberReader<T> MemberReaderOf<T>(string parameter, PayloadRule<T> rule)
        => new(NameOf(parameter), options.PropertyNameCaseInsensitive, TypeOf<T>(), rule);

    /// <summary>Returns the name of the member that a parameter stands for.</summary>
    public string NameOf(string parameter) => options.PropertyNamingPolicy?.ConvertName(parameter) ?? parameter;

    public object? CreateClient(PayloadSender sender) => createClient?.Invoke(sender);

    public InvalidOperationException NoSuchClient(Type type)
        => new($"The SockJS endpoint \"{prefix}\" has no client interface {type}: name it on the class, [SockJSEndpoint(…, Client = typeof({type.Name}))].");

    private static JsonTypeInfo<T>? Find<T>(JsonSerializerOptions options)
        => options.TryGetTypeInfo(typeof(T), out var type) ? (JsonTypeInfo<T>)type : null;

    private InvalidOperationException Unknown(Type type)
        => new($"The SockJS endpoint \"{prefix}\" has no JSON metadata for {type}. Add [JsonSerializable(typeof({TypeText.Of(type)}))] to the "
            + "JsonSerializerContext that the endpoint names by JsonContext, or add a context that has it to SockJSOptions.Json.TypeInfoResolverChain.");
}
