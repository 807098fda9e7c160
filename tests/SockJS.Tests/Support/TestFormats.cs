using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SockJS.Payloads;

namespace SockJS.Tests.Support;

/// <summary>Formats of messages that find metadata by reflection.</summary>
internal static class TestFormats
{
    public static MessageFormat Default { get; } = Of(MessageShape.Default);

    public static MessageFormat Of(MessageShape shape, Func<PayloadSender, object>? createClient = null, Action<JsonSerializerOptions>? configure = null)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        configure?.Invoke(options);
        options.MakeReadOnly();
        return new MessageFormat(options, options, shape, "/test", createClient);
    }
}
