using System.Text.Json;

namespace SockJS.ClientTests.Clients;

/// <summary>What a client is asked to do with several channels over one connection.</summary>
/// <param name="Url">The address of the endpoint.</param>
/// <param name="Transport">The only transport to use.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Last">One more, which is open from the start, sends when all others are closed, and then closes the connection.</param>
internal sealed record ChannelsConversation(Uri Url, string Transport, IReadOnlyList<ChannelRequest> Channels, ChannelRequest Last)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Writes the request that channels.mjs reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Url,
            Transport,
            Channels,
            Last,
            Patience = s_patience.TotalMilliseconds,
            Deadline = (s_patience + TimeSpan.FromSeconds(20)).TotalMilliseconds,
        },
        JsonSerializerOptions.Web);
}

/// <summary>What to do with one channel.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Send">What to send once it is open.</param>
/// <param name="CloseAfter">How many messages to receive before closing it; <see langword="null"/> leaves the closing to the server.</param>
internal sealed record ChannelRequest(string Topic, IReadOnlyList<string> Send, int? CloseAfter);
