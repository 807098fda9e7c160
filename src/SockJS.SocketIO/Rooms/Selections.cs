namespace SockJS.SocketIO.Rooms;

/// <summary>Narrows selections of sockets down, as the operators of Socket.IO do.</summary>
internal static class Selections
{
    /// <summary>Adds rooms to those that are selected.</summary>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">The sockets of a user are selected, which are in rooms of their own.</exception>
    public static MemberSelection With(this MemberSelection selection, string[] rooms)
    {
        RoomName.Check(rooms);
        IReadOnlyList<string> selected = selection.Target switch
        {
            BackplaneTarget.All => rooms,
            BackplaneTarget.Group => [selection.TargetName, .. rooms],
            BackplaneTarget.Groups => [.. selection.TargetGroups, .. rooms],
            _ => throw new InvalidOperationException("The sockets of a user cannot be narrowed down to rooms."),
        };
        return MemberSelection.OfGroups(selected) with { ExceptGroups = selection.ExceptGroups, ExceptIds = selection.ExceptIds };
    }

    /// <summary>Leaves out the sockets in rooms.</summary>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public static MemberSelection Without(this MemberSelection selection, string[] rooms)
    {
        RoomName.Check(rooms);
        return selection with { ExceptGroups = [.. selection.ExceptGroups, .. rooms] };
    }

    /// <summary>Leaves out one socket.</summary>
    public static MemberSelection WithoutSocket(this MemberSelection selection, string id)
        => selection with { ExceptIds = [.. selection.ExceptIds, id] };
}
