using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Connections;

/// <summary>
/// One client: its packets in order, each to the socket of its namespace. Only answers get past the others, since a handler may wait for one.
/// Whatever breaks the rules closes the connection, as it does on every server.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore owns nothing, as its wait handle is never asked for.")]
internal sealed partial class ClientConnection : IEngineReceiver, ISocketOwner
{
    private readonly SocketList _sockets;
    private readonly NamespaceTable _namespaces;
    private readonly SocketIOOptions _options;
    private readonly ConnectDeadline _deadline;
    private readonly SemaphoreSlim? _handlers;
    private PendingPacket? _pending;
    private volatile bool _isViolated;
    private volatile bool _isOutOfState;

    public ClientConnection(EngineIOConnection connection, NamespaceTable namespaces, ConnectDeadlines deadlines)
    {
        Connection = connection;
        _namespaces = namespaces;
        _options = namespaces.Context.Options;
        _sockets = new SocketList(_options.MaxNamespacesPerConnection);
        _deadline = deadlines.Add(() => Violate("joined no namespace in time"));
        if (_options.MaxConcurrentEvents > 1)
            _handlers = new SemaphoreSlim(_options.MaxConcurrentEvents);
    }

    public EngineIOConnection Connection { get; }

    public IReadOnlyCollection<string> Groups
        => [.. _sockets.Joined.SelectMany(static socket => socket.Membership.Groups.Select(room => RoomCounts.NameOf(socket.Namespace, room)))];

    public async Task RunAsync(ChannelReader<SockJSMessage> messages)
    {
        using var registration = Connection.Closed.UnsafeRegister(static client => ((ClientConnection)client!).Cut(), this);
        try
        {
            while (await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                while (messages.TryRead(out var message))
                    await HandleAsync(message).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // A fault of ours: nobody would read the packets any more, and the client not know.
            ReadingFailed(_namespaces.Context.Logger, Connection.Id, exception);
            _isViolated = true;
            Connection.Close(EngineIOCloseReason.ForcedClose);
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    public void Left(Socket socket) => _sockets.Remove(socket, byServer: true);

    public async ValueTask CloseAsync()
    {
        foreach (var socket in _sockets.Joined)
            await socket.DisconnectAsync().ConfigureAwait(false);
        await Connection.CloseAsync().ConfigureAwait(false);
    }

    // What came before the loss is still handled, but cannot be answered.
    private void Cut()
    {
        _deadline.Meet();
        foreach (var socket in _sockets.Joined)
            socket.Cut();
    }

    private Task EndAsync()
    {
        Cut();
        var reason = ReasonOf(Connection.CloseReason);
        foreach (var socket in _sockets.Joined)
        {
            socket.End(reason);
            _sockets.Remove(socket, byServer: false);
        }

        return _sockets.WhenFinishedAsync();
    }

    // As on Node, sockets are told whether it was a packet that was none, or one that was out of place.
    private SocketIODisconnectReason ReasonOf(EngineIOCloseReason reason)
        => _isOutOfState && reason == EngineIOCloseReason.ForcedClose ? SocketIODisconnectReason.ForcedServerClose : DisconnectReasons.Of(reason);

    private void Violate(string rule, bool isOutOfState = false)
    {
        if (!_isViolated)
            _isOutOfState = isOutOfState;
        _isViolated = true;
        Violated(_namespaces.Context.Logger, Connection.Id, rule);
        Connection.Close(EngineIOCloseReason.ForcedClose);
    }

    [LoggerMessage(4, LogLevel.Critical, "The Socket.IO connection {ConnectionId} is closed, since its packets could not be handled.", EventName = "ReadingFailed")]
    private static partial void ReadingFailed(ILogger logger, string connectionId, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "The Socket.IO connection {ConnectionId} is closed: the client {Rule}.", EventName = "RuleViolated")]
    private static partial void Violated(ILogger logger, string connectionId, string rule);
}
