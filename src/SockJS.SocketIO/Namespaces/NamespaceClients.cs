using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>The sockets of what was mapped as a namespace, or of a child of it that there need not be at present.</summary>
internal class NamespaceClients(NamespaceKind kind, string? child = null)
    : RoomAudience(child is null ? kind : new ChildTarget(kind, child), MemberSelection.All), ISocketIOClients
{
    public string Name => child ?? kind.Name;

    public IReadOnlyCollection<string> RoomNames => [.. Target.Hubs.SelectMany(static hub => hub.RoomNames).Distinct()];

    public SocketIOSocket? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        foreach (var hub in Target.Hubs)
        {
            if (hub.Find(id) is { IsConnected: true } socket)
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
        return kind.IsPattern && kind.Fits(name)
            ? new NamespaceClients(kind, name)
            : throw new ArgumentException($"The name \"{name}\" does not fit the namespace \"{kind.Name}\".", nameof(name));
    }
}
