using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Diagnostics;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Rooms;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A namespace as it was mapped: a single one, or a pattern with a child for each name that clients ask for.</summary>
internal sealed class NamespaceMapping : IRoomTarget
{
    private readonly NamespacePattern? _pattern;
    private readonly Namespace? _single;
    private readonly Dictionary<string, Namespace> _children = new(StringComparer.Ordinal);
    private volatile RoomTable[] _tables = [];

    public NamespaceMapping(NamespaceRegistration registration, ArgumentFormat format, NamespaceContext context)
    {
        Name = registration.Name;
        Type = registration.Type;
        Format = format;
        Context = context;
        Handler = registration.CreateHandler(context, format);
        ConnectionFilters = [.. registration.Guards, .. registration.ConnectionFilters];
        GuardCount = registration.Guards.Count;
        EventFilters = [.. registration.EventFilters];
        Metrics = context.Instruments?.Of(context.Path, Name, () => _tables.Sum(static table => (long)table.Count));
        if (NamespaceName.IsPattern(Name))
        {
            _pattern = new NamespacePattern(Name);
            return;
        }

        _single = new Namespace(Name, this, NamespacePattern.NoValues);
        _tables = [_single.Rooms];
    }

    /// <summary>Gets the name or the pattern.</summary>
    public string Name { get; }

    /// <summary>Gets the class that handles it, if one does.</summary>
    public Type? Type { get; }

    public bool IsPattern => _pattern is not null;

    public NamespaceContext Context { get; }

    public ArgumentFormat Format { get; }

    public AckIds AckIds { get; } = new();

    public TimeSpan AckTimeout => Context.Options.AckTimeout;

    public TimeProvider Time => Context.Time;

    public INamespaceHandler Handler { get; }

    public ISocketIOConnectionFilter[] ConnectionFilters { get; }

    /// <summary>Gets how many of the filters, from the first, run for clients that come back as well.</summary>
    public int GuardCount { get; }

    public ISocketIOEventFilter[] EventFilters { get; }

    /// <summary>Gets where the namespace counts.</summary>
    public NamespaceMetrics? Metrics { get; }

    public IReadOnlyList<RoomTable> Tables => _tables;

    public RoomTable? OnlyTable => _single?.Rooms;

    public void AcksTimedOut(int count) => Metrics?.AcksTimedOut(count);

    /// <summary>Says whether a name is that of this namespace, or of a child that there may be.</summary>
    public bool Fits(string name) => _pattern?.TryMatch(name, out _) ?? name == Name;

    /// <summary>Returns the namespace of a name, for somebody who joins it. A child that there is not yet is made.</summary>
    /// <param name="name">The name.</param>
    /// <param name="found">The namespace, to be released; <see langword="null"/> where there are too many children.</param>
    /// <returns>Whether the name fits.</returns>
    public bool TryTake(string name, out Namespace? found)
    {
        found = _single;
        if (_pattern is null)
            return name == Name;
        if (!_pattern.TryMatch(name, out var values))
            return false;
        lock (_children)
        {
            if (!_children.TryGetValue(name, out found))
            {
                if (_children.Count >= Context.Options.MaxChildNamespaces)
                    return true;
                found = new Namespace(name, this, values);
                _children.Add(name, found);
                _tables = [.. _tables, found.Rooms];
            }

            found.Users++;
        }

        return true;
    }

    /// <summary>Returns the namespace of a name, if it has sockets.</summary>
    public Namespace? Find(string name)
    {
        if (_pattern is null)
            return name == Name ? _single : null;
        lock (_children)
            return _children.GetValueOrDefault(name);
    }

    /// <summary>Takes note that a socket is out of a namespace. A child that has none left is no more.</summary>
    public void Release(Namespace left)
    {
        if (_pattern is null)
            return;
        lock (_children)
        {
            if (--left.Users > 0)
                return;
            _children.Remove(left.Name);
            _tables = [.. _tables.Where(table => table != left.Rooms)];
            left.Rooms.Dispose();
        }
    }
}
