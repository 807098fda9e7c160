using System.Text;
using Microsoft.Extensions.Logging;
using SockJS.Groups;

namespace SockJS.SocketIO.Rooms;

/// <summary>The sockets of one namespace and the rooms that they are in.</summary>
/// <param name="name">The name of the namespace, with its slash.</param>
/// <param name="logger">Hears of observers that fail.</param>
internal sealed class RoomHub(string name, ILogger logger)
{
    private readonly MemberTable<RoomMember> _members = new();
    private readonly GroupTable<RoomMember> _rooms = new(logger);

    /// <summary>Gets the name of the namespace in UTF-8.</summary>
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Gets the number of sockets.</summary>
    public int Count => _members.Count;

    /// <summary>Gets the names of the rooms that have members, those of sockets' ids included.</summary>
    public IEnumerable<string> RoomNames => _rooms.Counts.Select(static room => room.Name).Concat(_members.Select(static member => member.Id));

    /// <summary>Gets the sockets that the application has been told of and that are not out yet.</summary>
    public IEnumerable<RoomMember> Members => _members;

    public void Add(RoomMember member) => _members.Add(member);

    public void Remove(RoomMember member) => _members.Remove(member);

    public RoomMember? Find(string id) => _members.Find(id);

    /// <summary>Lets a socket join rooms.</summary>
    public IMembership Admit(RoomMember member, int maxRooms) => new Membership<RoomMember>(_rooms, member, maxRooms);

    /// <summary>Returns the sockets of a selection, each once.</summary>
    public IEnumerable<RoomMember> Find(Selection selection)
    {
        var found = FindIncluded(selection);
        if (selection.Except.Count == 0)
            return found;
        HashSet<RoomMember> except = [.. selection.Except.SelectMany(MembersOf)];
        return found.Where(member => !except.Contains(member));
    }

    /// <summary>Does something to the sockets of a selection, on whatever server they are.</summary>
    /// <returns>A task that completes when it is done on this one, or the policy for slow clients has decided.</returns>
    public ValueTask PublishAsync(RoomOrder order, CancellationToken cancellationToken) => ApplyAsync(order, cancellationToken);

    /// <summary>Does something to the sockets of a selection in this process.</summary>
    /// <returns>A task that completes when it is done, or the policy for slow clients has decided.</returns>
    public ValueTask ApplyAsync(RoomOrder order, CancellationToken cancellationToken)
    {
        List<Task>? pending = null;
        foreach (var member in Find(order.Selection))
        {
            if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled(cancellationToken);
            var applying = order.ApplyAsync(member, cancellationToken);
            if (!applying.IsCompletedSuccessfully)
                (pending ??= []).Add(applying.AsTask());
        }

        return pending is null ? default : new ValueTask(Task.WhenAll(pending));
    }

    private IEnumerable<RoomMember> FindIncluded(Selection selection) => selection switch
    {
        { UserId: { } userId } => _members.OfUser(userId),
        { Rooms: [] } => _members,
        { Rooms: [var only] } => MembersOf(only),
        _ => selection.Rooms.SelectMany(MembersOf).Distinct(),
    };

    // The room of a socket's own id is not kept: it would cost each socket a group. Others may still join it.
    private IEnumerable<RoomMember> MembersOf(string room)
    {
        var members = _rooms.MembersOf(room);
        if (_members.Find(room) is not { } own)
            return members;
        return members.Length == 0 ? [own] : [own, .. members.Where(member => member != own)];
    }
}
