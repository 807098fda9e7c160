using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json.Nodes;
using SockJS.Dashboard;
using SockJS.Tests.Support;

namespace SockJS.Tests.Dashboard;

/// <summary>A page that is open, without a browser: it keeps what it is sent.</summary>
internal sealed class WatchingPage : SockJSConnection
{
    private readonly ConcurrentQueue<(string? Key, PreparedMessage Message)> _messages = new();

    public WatchingPage() => Watcher = new Watcher(this);

    public Watcher Watcher { get; }

    public override string Id => "page";

    public override SockJSTransports Transport => SockJSTransports.WebSocket;

    public override ClaimsPrincipal User => SessionWorld.Nobody;

    public override SockJSClientInfo Client => SessionWorld.Client;

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override CancellationToken Closed => CancellationToken.None;

    /// <summary>Returns the messages that take each other's places.</summary>
    public IReadOnlyList<PreparedMessage> Of(string kind) => [.. _messages.Where(one => one.Key == kind).Select(one => one.Message)];

    /// <summary>Returns the newest of them.</summary>
    public JsonNode Last(string kind) => JsonNode.Parse(Of(kind)[^1].ToString())!;

    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default) => default;

    public override bool TrySend(SockJSMessage message) => true;

    public override ValueTask CloseAsync(int code, string reason) => default;

    internal override ValueTask DeliverAsync(PreparedMessage message, string? key, CancellationToken cancellationToken)
    {
        _messages.Enqueue((key, message));
        return default;
    }
}
