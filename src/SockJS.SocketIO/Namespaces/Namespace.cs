using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>One namespace that clients are in: one that was mapped by its name, or a child of a pattern.</summary>
internal sealed class Namespace : IRoomTarget
{
    private readonly RoomTable[] _tables;

    public Namespace(string name, NamespaceMapping mapping, IReadOnlyDictionary<string, string> values)
    {
        Name = name;
        Mapping = mapping;
        Values = values;
        Rooms = new RoomTable(name, mapping.Context.Path, mapping.Context.Backplane, mapping.Context.Logger, mapping.Context.Sequence);
        _tables = [Rooms];
    }

    /// <summary>Gets the name, with its slash.</summary>
    public string Name { get; }

    /// <summary>Gets the name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8Name => Rooms.Utf8Name;

    public NamespaceMapping Mapping { get; }

    /// <summary>Gets the values that the name has for the parameters of its pattern.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    public RoomTable Rooms { get; }

    public SocketIOOptions Options => Mapping.Context.Options;

    public ArgumentFormat Format => Mapping.Format;

    public AckIds AckIds => Mapping.AckIds;

    public TimeSpan AckTimeout => Options.AckTimeout;

    public TimeProvider Time => Mapping.Context.Time;

    public IReadOnlyList<RoomTable> Tables => _tables;

    public RoomTable OnlyTable => Rooms;

    public void AcksTimedOut(int count) => Mapping.AcksTimedOut(count);

    /// <summary>Gets or sets how many sockets are in the namespace, or join or leave it at present. Kept under the lock of a pattern's children.</summary>
    public int Users { get; set; }

    /// <summary>Gives back what <see cref="NamespaceTable"/> has found.</summary>
    public void Release() => Mapping.Release(this);
}
