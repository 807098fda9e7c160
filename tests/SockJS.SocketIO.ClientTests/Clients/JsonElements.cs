using System.Text.Json;

namespace SockJS.SocketIO.ClientTests.Clients;

/// <summary>Short words for what a scenario has seen.</summary>
internal static class JsonElements
{
    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static bool Flag(this JsonElement element, string property) => element.GetProperty(property).GetBoolean();

    public static string Raw(this JsonElement element, string property) => element.GetProperty(property).GetRawText();

    public static List<string?> Texts(this JsonElement element, string property)
        => [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetString())];
}
