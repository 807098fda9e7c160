using System.Security.Claims;
using System.Threading.Channels;
using SockJS.Diagnostics;
using SockJS.Members;

namespace SockJS.Sessions;

/// <summary>
/// One client's session, whatever protocol the client speaks: a small state machine under one lock, which is never held across an await or
/// a write. This part says what a session is; the others how receivers come and go, how messages leave and arrive, how it ends, and what
/// time does to it. What a protocol has of its own, its frames and its deadlines, derived classes say.
/// </summary>
internal abstract partial class Session : SockJSConnection, IMember
{
    private readonly object _lock = new();
    private readonly SessionContext _context;
    private readonly SessionTable _table;
    private readonly InboundQueue _inbound;
    private readonly ConnectionSpan? _span = ConnectionSpan.Prepare();
    private readonly TransportMetrics _metrics;
    private Dictionary<object, object?>? _items;
    private IPayloadSender? _payloads;
    private IMembership? _membership;
    private readonly long _openedAt;
    private readonly SessionEvents? _events;
    private string? _id;
    private volatile SessionState _state;

    protected Session(SessionTable table, SessionContext context, SessionOrigin origin, MessageLayout layout)
    {
        var (key, transport, user, client, proof) = origin;
        var options = context.Options;
        _table = table;
        _context = context;
        _metrics = Traffic = context.Metrics.Of(transport);
        _inbound = new InboundQueue(options.ReceiveBufferBytes, options.ReceiveBufferMessages, context.Handler.TakesUtf8, context.Buffered);
        _outbound = new OutboundBuffer(layout, context.FrameGroups);
        _transport = OpenedTransport = transport;
        _user = user;
        _proof = proof;
        Key = key;
        _owner = SessionUser.IdOf(user);
        Client = client;
        Opened = context.Time.GetUtcNow();
        _openedAt = IdleSince = context.Time.GetTimestamp();
        if (context.Manager is { } manager)
            _events = new SessionEvents(manager, this, context.Logger);
        if (options.MessagesPerSecond is { } rate)
            _bucket = new TokenBucket(rate, options.MessageBurst ?? rate, context.Time);
    }

    /// <summary>Gets the id by which requests name the session; <see langword="null"/> where no other request can join it.</summary>
    public string? Key { get; }

    /// <summary>Gets the lock, for what derived classes keep.</summary>
    private protected object Lock => _lock;

    public override string? UserId => _owner is { Length: > 0 } ? _owner : null;

    /// <summary>Gets for whom the session was counted, where that matters.</summary>
    public SessionPlace? Place { get; set; }

    /// <summary>Gets the transport of the request that opened the session.</summary>
    public SockJSTransports OpenedTransport { get; }

    public override DateTimeOffset Opened { get; }

    public override string Id => _id ?? MakeId();

    /// <summary>Gets the id where anybody has asked for it.</summary>
    public string? KnownId => Volatile.Read(ref _id);

    public override SockJSTransports Transport => _transport;

    public override ClaimsPrincipal User => _user;

    public override SockJSClientInfo Client { get; }

    public override IDictionary<object, object?> Items => _items ?? Interlocked.CompareExchange(ref _items, [], null) ?? _items;

    public override IReadOnlyCollection<string> Groups => Volatile.Read(ref _membership)?.Groups ?? [];

    // Two would each have their own end.
    internal override IMembership Membership
        => Volatile.Read(ref _membership) ?? Interlocked.CompareExchange(ref _membership, _context.Admit(this), null) ?? _membership;

    internal override IPayloadSender Payloads => _payloads ??= _context.Handler.CreateSender(this);

    internal override ChannelReader<SockJSMessage>? Messages => _context.Handler.ReadsItself ? _inbound : null;

    internal override bool IsOpen => _state == SessionState.Open;

    /// <summary>Gets a value indicating whether no receiver is taken any more.</summary>
    public bool IsOver => _state == SessionState.Closed;

    public bool IsOf(SessionTable table) => ReferenceEquals(_table, table);

    /// <summary>Tells the session manager, if there is one, before anybody else knows of the session.</summary>
    public void Announce()
    {
        _events?.Note(SessionEvent.Created);
        _events?.Tell();
    }

    // Most connections are never asked for their id, and 128 random bits are not free.
    private string MakeId()
    {
        var id = ConnectionId.Create();
        if (Interlocked.CompareExchange(ref _id, id, null) is { } other)
            return other;
        _table.AddId(id, this);
        return id;
    }
}
