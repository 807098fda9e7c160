using SockJS.Groups;

namespace SockJS.SocketIO.Rooms;

/// <summary>What rooms can be called.</summary>
internal static class RoomName
{
    public static void Check(string[] rooms)
    {
        ArgumentNullException.ThrowIfNull(rooms);
        foreach (var room in rooms)
            GroupName.Check(room);
    }
}
