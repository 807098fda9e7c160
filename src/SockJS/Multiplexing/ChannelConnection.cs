using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SockJS.Members;
using SockJS.Sessions;

namespace SockJS.Multiplexing;

/// <summary>
/// One channel of a multiplexed connection, to handlers a connection like any other. This part says what a channel is; the others how
/// messages leave and arrive, and how it ends. What it sends goes through the send buffer that it shares with its siblings.
/// </summary>
internal sealed partial class ChannelConnection : SockJSConnection, IMember
{
    private readonly object _lock = new();
    private readonly SockJSConnection _parent;
    private readonly Topic _topic;
    private readonly ILogger _logger;
    private readonly InboundQueue _inbound;
    private Dictionary<object, object?>? _items;
    private IPayloadSender? _payloads;
    private IMembership? _membership;
    private string? _id;

    public ChannelConnection(SockJSConnection parent, Topic topic, SockJSOptions options, TimeProvider time, ILogger logger)
    {
        _parent = parent;
        _topic = topic;
        _logger = logger;
        _inbound = new InboundQueue(options.ReceiveBufferBytes, options.ReceiveBufferMessages, topic.Handler.TakesUtf8);
        UserId = SessionUser.NameOf(parent.User);
        Opened = time.GetUtcNow();
        topic.Channels.Add(this);
    }

    public override string? UserId { get; }

    public override DateTimeOffset Opened { get; }

    public override string Id => _id ?? MakeId();

    /// <summary>Gets the id where anybody has asked for it.</summary>
    public string? KnownId => Volatile.Read(ref _id);

    public override SockJSTransports Transport => _parent.Transport;

    public override ClaimsPrincipal User => _parent.User;

    public override SockJSClientInfo Client => _parent.Client;

    public override IDictionary<object, object?> Items => _items ?? Interlocked.CompareExchange(ref _items, [], null) ?? _items;

    public override IReadOnlyCollection<string> Groups => Volatile.Read(ref _membership)?.Groups ?? [];

    // Two would each have their own end.
    internal override IMembership Membership
        => Volatile.Read(ref _membership) ?? Interlocked.CompareExchange(ref _membership, _topic.Admit(this), null) ?? _membership;

    internal override IPayloadSender Payloads => _payloads ??= _topic.Handler.CreateSender(this);

    internal override ChannelReader<SockJSMessage>? Messages => _topic.Handler.ReadsItself ? _inbound : null;

    /// <summary>Runs the handler, to the end of the channel and until the client was told of it.</summary>
    public async Task RunAsync()
    {
        await _topic.Handler.RunAsync(this, _inbound).ConfigureAwait(false);
        // One that failed when the connection had ended already leaves messages that nobody will read, and one who waits for room.
        CompleteMessages(drop: true);
        await _telling.ConfigureAwait(false);
    }

    // Most connections are never asked for their id, and 128 random bits are not free.
    private string MakeId()
    {
        var id = ConnectionId.Create();
        if (Interlocked.CompareExchange(ref _id, id, null) is { } other)
            return other;
        _topic.Channels.AddId(id, this);
        return id;
    }
}
