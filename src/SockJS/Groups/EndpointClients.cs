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
        Selector = new MemberSelector<SockJSConnection>(Groups, _connections);
        All = new Audience(this, MemberSelection.All);
    }

    /// <summary>Gets the name of the endpoint, the same on every server.</summary>
    public string Name { get; }

    public GroupTable<SockJSConnection> Groups { get; }

    /// <summary>Gets what finds the connections of this process that a message is for.</summary>
    public MemberSelector<SockJSConnection> Selector { get; }

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
        return new Audience(this, new MemberSelection(BackplaneTarget.User, userId));
    }

    public ISockJSAudience Connection(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new Audience(this, new MemberSelection(BackplaneTarget.Connection, id));
    }

    public SockJSConnection? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _connections.Find(id);
    }

    public IReadOnlyDictionary<SockJSTransports, int> CountByTransport()
        => Connections.GroupBy(static connection => connection.Transport).ToDictionary(static group => group.Key, static group => group.Count());

    /// <summary>Sends a message to whom it is for, on whatever server they are.</summary>
    public ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
        => message.Target == BackplaneTarget.Connection && Find(message.TargetName) is not null
            ? DeliverAsync(message, cancellationToken)
            : _backplane.PublishAsync(message, cancellationToken);

    public void Dispose() => _subscription?.Dispose();

    private ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken)
    {
        if (message.Message is { IsFrames: true })
            throw new ArgumentException("Frames are sent by the protocol that has made them; the clients of this endpoint speak another.", nameof(message));
        return Selector.DeliverAsync(message, cancellationToken);
    }
}
