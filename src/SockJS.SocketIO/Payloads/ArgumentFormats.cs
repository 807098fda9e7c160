using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;

namespace SockJS.SocketIO.Payloads;

/// <summary>Puts together where a namespace finds the JSON metadata of its arguments.</summary>
/// <param name="json">The settings of the endpoint.</param>
/// <param name="fallback">What the application serves over HTTP; its last resolver reflects, where that is allowed.</param>
/// <param name="parser">How packets look on the wire.</param>
internal sealed class ArgumentFormats(
    JsonSerializerOptions json, IJsonTypeInfoResolver? fallback = null, SocketIOParser parser = SocketIOParser.Json)
{
    /// <summary>Makes the format of a namespace.</summary>
    /// <param name="nameSpace">Its name.</param>
    /// <param name="context">The context that it names.</param>
    /// <param name="keepsOptions">Whether the context has settings of its own.</param>
    public ArgumentFormat Create(string nameSpace, JsonSerializerContext? context = null, bool keepsOptions = false)
    {
        var options = new JsonSerializerOptions(context is not null && keepsOptions ? context.Options : json);
        if (context is not null && !keepsOptions)
            options.TypeInfoResolverChain.Insert(0, context);
        if (keepsOptions && json.TypeInfoResolver is { } resolver)
            options.TypeInfoResolverChain.Add(resolver);
        options.TypeInfoResolverChain.Add(BinaryTypesJson.Default);
        options.TypeInfoResolverChain.Add(SimpleTypesJson.Default);
        if (fallback is not null)
            options.TypeInfoResolverChain.Add(fallback);
        AddConverters(options);
        options.MakeReadOnly();
        return new ArgumentFormat(options, nameSpace, parser);
    }

    // The application's own come first, and win.
    private static void AddConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(new ByteArrayConverter());
        options.Converters.Add(new ReadOnlyMemoryConverter());
        options.Converters.Add(new JsonElementConverter());
        options.Converters.Add(new DateTimeConverter());
        options.Converters.Add(new DateTimeOffsetConverter());
        // Whoever has settings for how numbers are written wants those.
        if ((options.NumberHandling & ~JsonNumberHandling.AllowReadingFromString) != 0)
            return;
        options.Converters.Add(new DoubleConverter());
        options.Converters.Add(new SingleConverter());
    }
}
