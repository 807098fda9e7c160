using System.Text.Json;
using System.Text.Json.Serialization;
using SockJS.SocketIO.EngineIO;

namespace SocketIOProtocolServer;

/// <summary>The headers of the last POST of a connection, which by itself knows those of its handshake only.</summary>
internal static partial class PostedHeaders
{
    private static readonly object s_key = new();

    public static void Note(EngineIOConnection connection, HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            connection.Items[s_key] = ToJson(http.Request.Headers);
    }

    /// <summary>Returns them as a JSON object.</summary>
    public static string Of(EngineIOConnection connection) => connection.Items.TryGetValue(s_key, out var json) ? (string)json! : "{}";

    private static string ToJson(IHeaderDictionary headers)
    {
        // The suites look for names as Node.js has them.
#pragma warning disable CA1308
        var lower = headers.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString());
#pragma warning restore CA1308
        return JsonSerializer.Serialize(lower, HeadersJson.Default.DictionaryStringString);
    }

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class HeadersJson : JsonSerializerContext;
}
