using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>The sockets of what was mapped as a namespace, or of a child of it that there need not be at present.</summary>
internal class NamespaceClients(NamespaceMapping mapping, string? child = null)
    : RoomAudience(child is null ? mapping : new ChildTarget(mapping, child), MemberSelection.All), ISocketIOClients
{
    public string Name => child ?? mapping.Name;

    public IReadOnlyCollection<string> RoomNames => [.. Target.Tables.SelectMany(static table => table.RoomNames).Distinct()];

    public SocketIOSocket? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        foreach (var table in Target.Tables)
        {
            if (table.Find(id) is { IsConnected: true } socket)
                return socket;
        }

        return null;
    }

    public ISocketIOAudience User(string userId)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return new RoomAudience(Target, new MemberSelection(BackplaneTarget.User, userId));
    }

    public ISocketIOClients Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return mapping.IsPattern && mapping.Fits(name)
            ? new NamespaceClients(mapping, name)
            : throw new ArgumentException($"The name \"{name}\" does not fit the namespace \"{mapping.Name}\".", nameof(name));
    }
}
