using Microsoft.Extensions.Logging;
using SockJS.Payloads;

namespace SockJS.Groups;

/// <summary>The connections of an endpoint class at all its prefixes, or of the delegates at one prefix.</summary>
internal sealed class EndpointClients : ISockJSClients, IDisposable
{
    private readonly object _lock = new();
    private readonly IBackplane _backplane;
    private readonly MemberTables<SockJSConnection> _connections = new();
    private MessageFormat? _format;
    private IDisposable? _subscription;

    public EndpointClients(string name, IBackplane backplane, ILogger logger)
    {
        Name = name;
        _backplane = backplane;
        Groups = new GroupTable<SockJSConnection>(logger);
        All = new Audience(this, BackplaneTarget.All);
    }

    /// <summary>Gets the name of the endpoint, the same on every server.</summary>
    public string Name { get; }

    public GroupTable<SockJSConnection> Groups { get; }

    /// <summary>Gets the format in which values are sent.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not mapped.</exception>
    public MessageFormat Format
        => _format ?? throw new InvalidOperationException("Values can be sent to the clients of an endpoint when it is mapped.");

    public ISockJSAudience All { get; }

    public IEnumerable<SockJSConnection> Connections => _connections;

    /// <summary>Adds the connections of a mapped endpoint. Values are sent in the format of the first.</summary>
    public void Add(IMemberTable<SockJSConnection> connections, MessageFormat format)
    {
        lock (_lock)
        {
            _connections.Add(connections);
            _format ??= format;
            _subscription ??= _backplane.Subscribe(Name, DeliverAsync);
        }
    }

    /// <summary>Lets a connection join groups.</summary>
    public IMembership Admit(SockJSConnection connection, int maxGroups) => new Membership<SockJSConnection>(Groups, connection, maxGroups);

    public ISockJSGroup Group(string name)
    {
        GroupName.Check(name);
        return new GroupAudience(this, name);
    }

    public ISockJSAudience User(string userId)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return new Audience(this, BackplaneTarget.User, userId);
    }

    public ISockJSAudience Connection(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new Audience(this, BackplaneTarget.Connection, id);
    }

    public SockJSConnection? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _connections.Find(id);
    }

    /// <summary>Finds connections that are to be left out. They are compared, and not ids, as most connections are never asked for theirs.</summary>
    /// <returns><see langword="null"/> where there are no ids.</returns>
    public HashSet<SockJSConnection>? FindAll(IReadOnlyList<string> ids)
        => ids.Count == 0 ? null : [.. ids.Select(Find).OfType<SockJSConnection>()];

    public IReadOnlyDictionary<SockJSTransports, int> CountByTransport()
        => Connections.GroupBy(static connection => connection.Transport).ToDictionary(static group => group.Key, static group => group.Count());

    /// <summary>Returns the connections of this process that messages for a target go to, and perhaps some that are not open.</summary>
    public IEnumerable<SockJSConnection> Find(BackplaneTarget target, string name) => target switch
    {
        BackplaneTarget.All => Connections,
        BackplaneTarget.Group => Groups.MembersOf(name),
        BackplaneTarget.User => _connections.OfUser(name),
        BackplaneTarget.Connection => Find(name) is { } connection ? [connection] : [],
        _ => [],
    };

    /// <summary>Sends a message to whom it is for, on whatever server they are.</summary>
    public ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => message.Target == BackplaneTarget.Connection && Find(message.TargetName) is not null
            ? DeliverAsync(message, cancellationToken)
            : _backplane.PublishAsync(message, cancellationToken);

    public void Dispose() => _subscription?.Dispose();

    private ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => Delivery.RunAsync(message, Find(message.Target, message.TargetName), FindAll(message.ExceptIds), cancellationToken);
}
