using System.Text.Json;

namespace SockJS.Dashboard;

/// <summary>Reads commands. They come from a browser, and so may be anything.</summary>
internal static class CommandReader
{
    private const int MaxFilterLength = 100;
    private const int MaxPage = 100_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 2 };

    /// <returns><see langword="null"/> where it is no command.</returns>
    public static Command? Read(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message, s_options);
            var command = document.RootElement;
            if (command.ValueKind != JsonValueKind.Object)
                return null;
            return TextOf(command, "type") switch
            {
                "watch" => ReadWatch(command),
                "close" => ReadClose(command),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is for escapes that are no text, such as half of a surrogate pair.
            return null;
        }
    }

    private static WatchCommand? ReadWatch(JsonElement command)
    {
        if (!command.TryGetProperty("endpoint", out var endpoint) || endpoint.ValueKind == JsonValueKind.Null)
            return new WatchCommand(Selection: null);
        var filter = TextOf(command, "filter") ?? "";
        return NumberOf(command, "endpoint") is { } id && (NumberOf(command, "page") ?? 0) is >= 0 and <= MaxPage and var page && filter.Length <= MaxFilterLength
            ? new WatchCommand(new Selection(id, filter, page))
            : null;
    }

    private static CloseCommand? ReadClose(JsonElement command)
        => NumberOf(command, "endpoint") is { } endpoint
            && TextOf(command, "session") is { } session
            && NumberOf(command, "code") is { } code
            && TextOf(command, "reason") is { } reason
            ? new CloseCommand(endpoint, session, code, reason)
            : null;

    private static string? TextOf(JsonElement command, string name)
        => command.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? NumberOf(JsonElement command, string name)
        => command.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
