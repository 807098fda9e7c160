using System.Text;
using Microsoft.Extensions.Logging;
using SockJS.Groups;
using SockJS.Members;
using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Rooms;

/// <summary>The sockets of one namespace and the rooms that they are in.</summary>
internal sealed class RoomTable : IDisposable
{
    private readonly MemberTable<RoomMember> _members = new();
    private readonly GroupTable<RoomMember> _rooms;
    private readonly MemberSelector<RoomMember> _selector;
    private readonly IBackplane _backplane;
    private readonly IDisposable? _subscription;

    /// <param name="name">The name of the namespace, with its slash.</param>
    /// <param name="path">The path of its endpoint.</param>
    /// <param name="backplane">What takes messages to other servers.</param>
    /// <param name="logger">Hears of observers that fail.</param>
    /// <param name="sequence">Numbers the events that clients may miss, where they are sent again.</param>
    /// <param name="isElsewhere">Whether all its sockets are those of other servers.</param>
    public RoomTable(string name, string path, IBackplane backplane, ILogger logger, EventSequence? sequence = null, bool isElsewhere = false)
    {
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        // A path has no such character, so that no endpoint of SockJS has this name.
        Endpoint = $"{path}#{name}";
        _backplane = backplane;
        if (sequence is not null)
            Log = new EventLog(sequence);
        _rooms = new GroupTable<RoomMember>(logger);
        // The room of a socket's own id is not kept: it would cost each socket a group.
        _selector = new MemberSelector<RoomMember>(_rooms, _members, idsAreGroups: true);
        if (!isElsewhere)
            _subscription = backplane.Subscribe(Endpoint, _selector.DeliverAsync);
    }

    /// <summary>Gets the name of the namespace.</summary>
    public string Name { get; }

    /// <summary>Gets the name of the namespace in UTF-8.</summary>
    public byte[] Utf8Name { get; }

    /// <summary>Gets the name of the namespace on the backplane.</summary>
    public string Endpoint { get; }

    /// <summary>Gets the events that clients may have missed; <see langword="null"/> where they are not sent again.</summary>
    public EventLog? Log { get; }

    /// <summary>Gets the number of sockets.</summary>
    public int Count => _members.Count;

    /// <summary>Gets the number of rooms that have members, those of sockets' ids apart.</summary>
    public int RoomCount => _rooms.Count;

    /// <summary>Gets the rooms that have members, those of sockets' ids apart, and how many.</summary>
    public IEnumerable<(string Name, int Members)> RoomCounts => _rooms.Counts;

    /// <summary>Gets the names of the rooms that have members, those of sockets' ids included.</summary>
    public IEnumerable<string> RoomNames => _rooms.Counts.Select(static room => room.Name).Concat(_members.Select(static member => member.Id));

    public void Add(RoomMember member) => _members.Add(member);

    public void Remove(RoomMember member) => _members.Remove(member);

    public RoomMember? Find(string id) => _members.Find(id);

    /// <summary>Returns the sockets of a selection in this process, each once.</summary>
    public IEnumerable<RoomMember> Find(MemberSelection selection) => _selector.FindOpen(selection);

    /// <summary>Lets a socket join rooms.</summary>
    public IMembership Admit(RoomMember member, int maxRooms) => new Membership<RoomMember>(_rooms, member, maxRooms);

    /// <summary>Does something to the sockets of a selection, on whatever server they are.</summary>
    public ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => _backplane.PublishAsync(message, cancellationToken);

    public void Dispose()
    {
        _subscription?.Dispose();
        if (Log is null)
            return;
        lock (Log.Sequence.Lock)
            Log.Close();
    }
}
