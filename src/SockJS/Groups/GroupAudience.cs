namespace SockJS.Groups;

/// <summary>A group by its name. It holds nothing itself, so that groups that are only sent to cost nothing.</summary>
internal sealed class GroupAudience(EndpointClients clients, string name) : Audience(clients, new MemberSelection(BackplaneTarget.Group, name)), ISockJSGroup
{
    public string Name { get; } = name;

    public IReadOnlyCollection<SockJSConnection> Members => [.. Clients.Groups.MembersOf(Name).Where(static connection => connection.IsOpen)];

    public ValueTask<bool> AddAsync(SockJSConnection connection) => ValueTask.FromResult(MembershipOf(connection).Join(Name));

    public ValueTask<bool> RemoveAsync(SockJSConnection connection) => ValueTask.FromResult(MembershipOf(connection).Leave(Name));

    public IDisposable OnJoin(Action<SockJSConnection> observer) => Observe(ofJoins: true, observer);

    public IDisposable OnLeave(Action<SockJSConnection> observer) => Observe(ofJoins: false, observer);

    private Membership<SockJSConnection> MembershipOf(SockJSConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Membership is Membership<SockJSConnection> membership && membership.IsIn(Clients.Groups)
            ? membership
            : throw new ArgumentException("The connection is one of another endpoint.", nameof(connection));
    }

    private IDisposable Observe(bool ofJoins, Action<SockJSConnection> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return Clients.Groups.Observe(Name, new PresenceObserver<SockJSConnection>(ofJoins, observer));
    }
}
