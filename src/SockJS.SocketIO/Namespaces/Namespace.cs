using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>One namespace that clients are in: one that was mapped by its name, or a child of a pattern.</summary>
internal sealed class Namespace : IRoomTarget
{
    private readonly RoomHub[] _hubs;

    public Namespace(string name, NamespaceKind kind, IReadOnlyDictionary<string, string> values)
    {
        Name = name;
        Kind = kind;
        Values = values;
        Hub = new RoomHub(name, kind.Context.Path, kind.Context.Backplane, kind.Context.Logger, kind.Context.Sequence);
        _hubs = [Hub];
        Everybody = new RoomAudience(this, MemberSelection.All);
    }

    /// <summary>Gets the name, with its slash.</summary>
    public string Name { get; }

    /// <summary>Gets the name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8Name => Hub.Name;

    public NamespaceKind Kind { get; }

    /// <summary>Gets the values that the name has for the parameters of its pattern.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    public RoomHub Hub { get; }

    /// <summary>Gets all sockets.</summary>
    public RoomAudience Everybody { get; }

    public SocketIOOptions Options => Kind.Context.Options;

    public ArgumentFormat Format => Kind.Format;

    public AckIds AckIds => Kind.AckIds;

    public TimeSpan AckTimeout => Options.AckTimeout;

    public TimeProvider Time => Kind.Context.Time;

    public IReadOnlyList<RoomHub> Hubs => _hubs;

    public RoomHub OnlyHub => Hub;

    public void AcksTimedOut(int count) => Kind.AcksTimedOut(count);

    /// <summary>Gets or sets how many sockets are in the namespace, or join or leave it at present. Kept under the lock of a pattern's children.</summary>
    public int Users { get; set; }

    /// <summary>Gives back what <see cref="NamespaceTable"/> has found.</summary>
    public void Release() => Kind.Release(this);
}
