namespace SockJS.SocketIO.Namespaces;

/// <summary>The rooms of all namespaces of an endpoint, for whoever looks at the endpoint as a whole.</summary>
internal sealed class RoomCounts(NamespaceTable namespaces) : IGroupCounts
{
    public int Count => namespaces.Kinds.SelectMany(static kind => kind.Hubs).Sum(static hub => hub.RoomCount);

    public IEnumerable<(string Name, int Members)> Counts =>
        from kind in namespaces.Kinds
        from hub in kind.Hubs
        from room in hub.RoomCounts
        select (NameOf(hub.NamespaceName, room.Name), room.Members);

    /// <summary>Returns what a room is called where those of other namespaces are called by name too.</summary>
    public static string NameOf(string nameSpace, string room) => $"{nameSpace} {room}";
}
