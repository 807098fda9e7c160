namespace SockJS.SocketIO.Namespaces;

/// <summary>The rooms of all namespaces of an endpoint, for whoever looks at the endpoint as a whole.</summary>
internal sealed class RoomCounts(NamespaceTable namespaces) : IGroupCounts
{
    public int Count => namespaces.Mappings.SelectMany(static mapping => mapping.Tables).Sum(static table => table.RoomCount);

    public IEnumerable<(string Name, int Members)> Counts =>
        from mapping in namespaces.Mappings
        from table in mapping.Tables
        from room in table.RoomCounts
        select (NameOf(table.Name, room.Name), room.Members);

    /// <summary>Returns what a room is called where those of other namespaces are called by name too.</summary>
    public static string NameOf(string nameSpace, string room) => $"{nameSpace} {room}";
}
