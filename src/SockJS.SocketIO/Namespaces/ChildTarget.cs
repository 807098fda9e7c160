using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A child of a pattern by its name. It is looked up anew each time, as it comes and goes with its sockets.</summary>
internal sealed class ChildTarget(NamespaceKind kind, string name) : IRoomTarget
{
    public ArgumentFormat Format => kind.Format;

    public TimeSpan AckTimeout => kind.AckTimeout;

    public TimeProvider Time => kind.Time;

    public AckIds AckIds => kind.AckIds;

    public RoomHub? OnlyHub => null;

    public IReadOnlyList<RoomHub> Hubs => kind.Find(name) is { } child ? child.Hubs : [];

    public void AcksTimedOut(int count) => kind.AcksTimedOut(count);
}
