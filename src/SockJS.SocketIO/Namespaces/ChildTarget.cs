using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A child of a pattern by its name. It is looked up anew each time, as it comes and goes with its sockets.</summary>
internal sealed class ChildTarget(NamespaceMapping mapping, string name) : IRoomTarget
{
    public ArgumentFormat Format => mapping.Format;

    public TimeSpan AckTimeout => mapping.AckTimeout;

    public TimeProvider Time => mapping.Time;

    public AckIds AckIds => mapping.AckIds;

    public RoomTable? OnlyTable => null;

    // A child without sockets here may have some on other servers.
    public IReadOnlyList<RoomTable> Tables => mapping.Find(name) is { } child
        ? child.Tables
        : [new RoomTable(name, mapping.Context.Path, mapping.Context.Backplane, mapping.Context.Logger, isElsewhere: true)];

    public void AcksTimedOut(int count) => mapping.AcksTimedOut(count);
}
