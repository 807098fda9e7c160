using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SockJS.Payloads;

namespace SockJS.Testing;

/// <summary>A connection without a client or a server, for tests that call the methods of a handler themselves: it keeps what it was told.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose of.")]
public sealed class SockJSTestConnection : SockJSConnection
{
    private static readonly SockJSCloseReason s_lost = new(SockJSCloseKind.Lost, SockJSCloseCodes.Abnormal, "Connection lost");

    private readonly object _lock = new();
    private readonly List<string> _sent = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Channel<SockJSMessage> _messages = Channel.CreateUnbounded<SockJSMessage>();
    private readonly TestMembership _membership;
    private readonly JsonSerializerOptions _json;
    private SockJSCloseReason? _closeReason;
    private ConnectionSender? _payloads;

    /// <summary>Initializes a new instance of the <see cref="SockJSTestConnection"/> class, which is open.</summary>
    /// <param name="user">The user; nobody by default.</param>
    /// <param name="client">What is known of the client; by default the path is <c>/</c>, and that is all.</param>
    /// <param name="json">How values are written that are sent; by default as endpoints do, with reflection.</param>
    public SockJSTestConnection(ClaimsPrincipal? user = null, SockJSClientInfo? client = null, JsonSerializerOptions? json = null)
    {
        User = user ?? new ClaimsPrincipal(new ClaimsIdentity());
        Client = client ?? new SockJSClientInfo { Headers = new HeaderDictionary(), Path = "/", QueryString = "" };
        _json = new JsonSerializerOptions(json ?? new SockJSOptions().Json);
        _json.MakeReadOnly(populateMissingResolver: true);
        _membership = new TestMembership(this);
    }

    /// <inheritdoc/>
    public override string Id { get; } = Guid.NewGuid().ToString("N");

    /// <inheritdoc/>
    public override SockJSTransports Transport => SockJSTransports.WebSocket;

    /// <inheritdoc/>
    public override ClaimsPrincipal User { get; }

    /// <inheritdoc/>
    public override SockJSClientInfo Client { get; }

    /// <inheritdoc/>
    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    /// <inheritdoc/>
    public override CancellationToken Closed => _closed.Token;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Groups => _membership.Groups;

    /// <summary>Gets the messages that were sent to the client so far.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    /// <summary>Gets why the connection was closed; <see langword="null"/> where it was not.</summary>
    public SockJSCloseReason? ClosedWith
    {
        get
        {
            lock (_lock)
                return _closeReason;
        }
    }

    internal override IMembership Membership => _membership;

    internal override ChannelReader<SockJSMessage>? Messages => _messages.Reader;

    internal override IPayloadSender Payloads => _payloads ??= new ConnectionSender(this, new MessageFormat(_json, _json, MessageShape.Default, "(test)"));

    internal override SockJSCloseReason CloseReason => ClosedWith.GetValueOrDefault();

    /// <summary>Lets the client send a message, to a handler that reads with <c>ReadAllAsync</c>.</summary>
    /// <param name="message">The message.</param>
    /// <returns><see langword="false"/> where the connection is closed.</returns>
    public bool Receive(string message) => _messages.Writer.TryWrite(message);

    /// <summary>Loses the client: what it has sent can be read to the end, and nothing can be sent to it.</summary>
    public void Lose() => Close(s_lost);

    /// <inheritdoc/>
    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
        => TrySend(message) ? default : throw new SockJSConnectionClosedException();

    /// <inheritdoc/>
    public override bool TrySend(SockJSMessage message)
    {
        lock (_lock)
        {
            if (_closeReason is not null)
                return false;
            _sent.Add(message.ToString());
            return true;
        }
    }

    /// <inheritdoc/>
    public override ValueTask CloseAsync(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, code, reason));
        return default;
    }

    internal override void Close(SockJSCloseReason reason)
    {
        lock (_lock)
        {
            if (_closeReason is not null)
                return;
            _closeReason = reason;
        }

        _messages.Writer.TryComplete();
        _membership.End();
        _closed.Cancel();
    }
}
