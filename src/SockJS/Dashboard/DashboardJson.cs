using System.Text.Json.Serialization;

namespace SockJS.Dashboard;

/// <summary>Writes the messages to the page. It reads none: the metadata for that looks members up by their names.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Overview))]
[JsonSerializable(typeof(SessionPage))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class DashboardJson : JsonSerializerContext;
