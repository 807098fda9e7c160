using System.Text.Json;

namespace SockJS.ClientTests.Clients;

/// <summary>What a client has seen.</summary>
/// <param name="Transport">The transport in use when the connection opened; <see langword="null"/> where it did not.</param>
/// <param name="Received">The messages, in the order of their arrival.</param>
/// <param name="Close">The close event; <see langword="null"/> where none came in time.</param>
internal sealed record Outcome(string? Transport, IReadOnlyList<string> Received, CloseEvent? Close)
{
    /// <summary>Reads the result that conversation.mjs writes.</summary>
    public static Outcome FromJson(string json)
    {
        var outcome = JsonSerializer.Deserialize<Outcome>(json, JsonSerializerOptions.Web)!;
        return outcome with { Received = [.. outcome.Received.Select(AsciiText.Decode)] };
    }
}

/// <summary>The close event of the client.</summary>
internal sealed record CloseEvent(int Code, string Reason, bool WasClean)
{
    /// <summary>What a client sees that has closed the connection itself.</summary>
    public static readonly CloseEvent ByClient = new(1000, "Normal closure", WasClean: true);

    /// <summary>What a client sees of <c>/close</c>.</summary>
    public static readonly CloseEvent GoAway = new(3000, "Go away!", WasClean: true);

    /// <summary>What a client sees of a server that shuts down.</summary>
    public static readonly CloseEvent ShuttingDown = new(3001, "Server is shutting down", WasClean: true);

    /// <summary>What a client sees that may not even ask for <c>/info</c>.</summary>
    public static readonly CloseEvent CannotConnect = new(1002, "Cannot connect to server", WasClean: false);

    /// <summary>What a client sees when no transport works, or none is enabled.</summary>
    public static readonly CloseEvent AllTransportsFailed = new(2000, "All transports failed", WasClean: false);
}
