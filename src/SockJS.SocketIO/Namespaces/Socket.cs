using SockJS.SocketIO.Acks;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>
/// One client in one namespace. Whoever runs the application's code for it enters and exits; when it has ended, the last to exit
/// tells the application so and takes the socket out of its rooms.
/// </summary>
internal sealed partial class Socket : RoomMember
{
    private readonly Namespace _nameSpace;
    private readonly ISocketOwner _owner;
    private IDictionary<string, object?>? _data;
    private IMembership? _membership;
    private Emitter? _emitter;
    private string _id;

    public Socket(Namespace nameSpace, ISocketOwner owner, SocketIOHandshake handshake)
    {
        _nameSpace = nameSpace;
        _owner = owner;
        Handshake = handshake;
        _id = SessionId.Create();
        Acks = new AckTable(nameSpace.Options.MaxPendingAcks);
    }

    public override string Id => _id;

    public override string Namespace => _nameSpace.Name;

    /// <summary>Gets the name of the namespace in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8Namespace => _nameSpace.Utf8Name;

    public override IReadOnlyDictionary<string, string> NamespaceValues => _nameSpace.Values;

    public override EngineIOConnection Connection => _owner.Connection;

    public override SocketIOHandshake Handshake { get; }

    public override IDictionary<string, object?> Data => _data ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    public override IReadOnlyCollection<string> Rooms => IsLeft ? [] : _membership is null ? [Id] : [Id, .. _membership.Groups];

    public override AckTable Acks { get; }

    public override ISocketIOAudience Broadcast => new RoomAudience(_nameSpace, MemberSelection.All.WithoutSocket(Id));

    public override ISocketIOEmitter Volatile => new VolatileEmitter(this, _nameSpace);

    public override IMembership Membership => _membership ?? Admit();

    private Emitter Emitter => _emitter ??= new SocketEmitter(this, _nameSpace);

    public override ValueTask JoinAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        foreach (var room in rooms)
        {
            // The room of its own it is in from the beginning to the end.
            if (room != Id && _phase != SocketPhase.Ended)
                Membership.Join(room);
        }

        return default;
    }

    public override ValueTask LeaveAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        foreach (var room in rooms)
            _membership?.Leave(room);
        return default;
    }

    public override ISocketIOAudience To(params string[] rooms) => new RoomAudience(_nameSpace, MemberSelection.All.With(rooms).WithoutSocket(Id));

    public override ISocketIOAudience In(params string[] rooms) => new RoomAudience(_nameSpace, MemberSelection.All.With(rooms));

    public override ISocketIOAudience Except(params string[] rooms) => new RoomAudience(_nameSpace, MemberSelection.All.Without(rooms).WithoutSocket(Id));

    private IMembership Admit()
    {
        var membership = _nameSpace.Rooms.Admit(this, _nameSpace.Options.MaxGroupsPerConnection);
        return Interlocked.CompareExchange(ref _membership, membership, null) ?? membership;
    }
}
