namespace SockJS.Dashboard;

/// <summary>An endpoint, as the page shows it.</summary>
internal sealed record EndpointRow
{
    public required int Id { get; init; }

    /// <summary>Gets the protocol that the endpoint speaks.</summary>
    public required string Kind { get; init; }

    public required string Prefix { get; init; }

    /// <summary>Gets the endpoint class; <see langword="null"/> where it was mapped with a delegate.</summary>
    public required string? Class { get; init; }

    public required int Sessions { get; init; }

    public required int MaxSessions { get; init; }

    public required bool Draining { get; init; }

    public required IReadOnlyList<CountRow> Connections { get; init; }

    public required int Groups { get; init; }

    public required long QueuedBytes { get; init; }

    // Of a second.
    public required double MessagesIn { get; init; }

    public required double BytesIn { get; init; }

    public required double MessagesOut { get; init; }

    public required double BytesOut { get; init; }

    // Since somebody watches.
    public required long Dropped { get; init; }

    public required long Refused { get; init; }

    public required long Limited { get; init; }

    public required long Fallbacks { get; init; }
}
