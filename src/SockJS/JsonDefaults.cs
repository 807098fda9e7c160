using System.Text.Encodings.Web;
using System.Text.Json;

namespace SockJS;

/// <summary>The settings that payloads have unless the application says otherwise.</summary>
internal static class JsonDefaults
{
    public static JsonSerializerOptions Create() => new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
