namespace SockJS.SocketIO.Rooms;

/// <summary>What is to be done with the sockets of a selection.</summary>
internal sealed class RoomOrder
{
    /// <summary>Gets the sockets.</summary>
    public required Selection Selection { get; init; }

    /// <summary>Gets the event to send them.</summary>
    public PreparedMessage? Frames { get; init; }

    /// <summary>Gets a value indicating whether the event may get lost.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Gets the rooms that they join.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>Gets the rooms that they leave.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Gets a value indicating whether they are disconnected.</summary>
    public bool Disconnects { get; init; }

    /// <summary>Gets a value indicating whether their connections are closed, too.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>Does it to one socket.</summary>
    public ValueTask ApplyAsync(RoomMember member, CancellationToken cancellationToken)
    {
        if (Frames is not null)
            return member.DeliverAsync(Frames, IsVolatile, cancellationToken);
        foreach (var room in Joined)
            member.Change(room, joins: true);
        foreach (var room in Left)
            member.Change(room, joins: false);
        return Disconnects ? member.DisconnectAsync(ClosesConnections) : default;
    }
}
