using System.Text.Json;

namespace SockJS.ClientTests.Clients;

/// <summary>What a client has seen of its channels.</summary>
/// <param name="Transport">The transport in use.</param>
/// <param name="Channels">What it has seen of each topic.</param>
/// <param name="Close">The close event of the connection; <see langword="null"/> where none came in time.</param>
internal sealed record ChannelsOutcome(string? Transport, IReadOnlyDictionary<string, ChannelOutcome> Channels, CloseEvent? Close)
{
    /// <summary>Reads the result that channels.mjs writes.</summary>
    public static ChannelsOutcome FromJson(string json) => JsonSerializer.Deserialize<ChannelsOutcome>(json, JsonSerializerOptions.Web)!;
}

/// <summary>What a client has seen of one channel.</summary>
internal sealed record ChannelOutcome(bool Opened, IReadOnlyList<string> Received, bool Closed);
