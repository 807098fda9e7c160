using System.Text.Json;

namespace SockJS.ClientTests.Clients;

/// <summary>What a client is asked to do: connect, send, collect what comes, and close.</summary>
/// <param name="Url">The address of the endpoint.</param>
/// <param name="Transport">The only transport to use; <see langword="null"/> lets the client choose.</param>
internal sealed record Conversation(Uri Url, string? Transport)
{
    /// <summary>Gets what to send once the connection is open.</summary>
    public IReadOnlyList<string> Send { get; init; } = [];

    /// <summary>Gets how many messages to receive before closing; <see langword="null"/> leaves the closing to the server.</summary>
    public int? CloseAfter { get; init; }

    /// <summary>Gets what to receive before closing, however it is spread over messages.</summary>
    public string? CloseOn { get; init; }

    /// <summary>Gets how long a transport may take to connect.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Writes the request that conversation.mjs reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        url = Url,
        transport = Transport,
        send = Send.Select(AsciiText.Encode),
        closeAfter = CloseAfter,
        closeOn = CloseOn,
        patience = Patience.TotalMilliseconds,
        deadline = (Patience + TimeSpan.FromSeconds(20)).TotalMilliseconds,
    });
}
