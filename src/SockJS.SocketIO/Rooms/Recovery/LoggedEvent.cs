namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>An event that clients may have missed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Time">When it was sent.</param>
/// <param name="Frames">Its frames.</param>
/// <param name="Selection">Whom it was for.</param>
internal sealed record LoggedEvent(long Number, long Time, ReadOnlyMemory<byte> Frames, MemberSelection Selection)
{
    // The objects around the frames, which small events cost more than their frames.
    private const int Overhead = 200;

    /// <summary>Gets how many bytes it costs to keep the event, roughly.</summary>
    public int Size => Frames.Length + Overhead;

    /// <summary>Says whether it was for a socket.</summary>
    /// <param name="id">The id of the socket.</param>
    /// <param name="userId">Its user.</param>
    /// <param name="rooms">Its rooms, that of its own among them.</param>
    public bool IsFor(string id, string? userId, IReadOnlyCollection<string> rooms)
        => IsMeant(id, userId, rooms) && !Selection.ExceptIds.Contains(id) && !Selection.ExceptGroups.Any(rooms.Contains);

    private bool IsMeant(string id, string? userId, IReadOnlyCollection<string> rooms) => Selection.Target switch
    {
        BackplaneTarget.All => true,
        BackplaneTarget.Group => rooms.Contains(Selection.TargetName),
        BackplaneTarget.Groups => Selection.TargetGroups.Any(rooms.Contains),
        BackplaneTarget.User => Selection.TargetName == userId,
        BackplaneTarget.Connection => Selection.TargetName == id,
        _ => false,
    };
}
