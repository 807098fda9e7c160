namespace SockJS.SocketIO.Rooms;

/// <summary>Which sockets of a namespace are meant: those in any of some rooms, or all, without those in any of some others.</summary>
internal sealed record Selection
{
    /// <summary>All sockets of a namespace.</summary>
    public static readonly Selection All = new();

    /// <summary>Gets the rooms; none for the whole namespace.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>Gets the rooms whose sockets are left out.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Gets the user whose sockets are meant, in place of rooms.</summary>
    public string? UserId { get; init; }

    public Selection With(params string[] rooms)
    {
        RoomName.Check(rooms);
        return this with { Rooms = [.. Rooms, .. rooms] };
    }

    public Selection Without(params string[] rooms)
    {
        RoomName.Check(rooms);
        return this with { Except = [.. Except, .. rooms] };
    }
}
