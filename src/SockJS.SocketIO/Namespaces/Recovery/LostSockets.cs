using System.Diagnostics.CodeAnalysis;

namespace SockJS.SocketIO.Namespaces.Recovery;

/// <summary>The sockets of an endpoint whose clients may come back, by the secrets that these know. As all have the same time, the first to be lost is the first to be forgotten.</summary>
internal sealed class LostSockets
{
    private readonly object _lock = new();
    private readonly Dictionary<string, LostSocket> _sockets = new(StringComparer.Ordinal);
    private readonly Queue<(string Secret, LostSocket Socket)> _line = new();
    private readonly SocketIORecoveryOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private bool _isRunning;

    public LostSockets(SocketIORecoveryOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _timer = time.CreateTimer(static sockets => ((LostSockets)sockets!).Forget(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _sockets.Count;
        }
    }

    /// <summary>Keeps a socket, perhaps in place of the one that was lost first.</summary>
    public void Add(string secret, LostSocket socket)
    {
        LostSocket? evicted = null;
        lock (_lock)
        {
            // Those that have come back leave their place in the line behind.
            if (_line.Count >= _options.MaxSockets && _line.TryDequeue(out var first))
                evicted = Remove(first);
            _sockets[secret] = socket;
            _line.Enqueue((secret, socket));
            if (!_isRunning)
                Start(_options.MaxDisconnection);
        }

        evicted?.Namespace.Release();
    }

    /// <summary>Takes a socket out, once. Whoever gets it releases its namespace.</summary>
    public bool TryTake(string secret, Namespace nameSpace, string? userId, [NotNullWhen(true)] out LostSocket? socket)
    {
        lock (_lock)
        {
            if (!_sockets.TryGetValue(secret, out socket) || socket.Namespace != nameSpace || socket.UserId != userId)
                return false;
            if (_time.GetElapsedTime(socket.Lost) > _options.MaxDisconnection)
                return false;
            return _sockets.Remove(secret);
        }
    }

    private void Forget()
    {
        List<LostSocket> expired = [];
        lock (_lock)
        {
            _isRunning = false;
            while (_line.TryPeek(out var first))
            {
                var left = _options.MaxDisconnection - _time.GetElapsedTime(first.Socket.Lost);
                if (left > TimeSpan.Zero && _sockets.ContainsKey(first.Secret))
                {
                    Start(left);
                    break;
                }

                _line.Dequeue();
                if (Remove(first) is { } socket)
                    expired.Add(socket);
            }
        }

        foreach (var socket in expired)
            socket.Namespace.Release();
    }

    // One of the same secret may be another one, which was lost again.
    private LostSocket? Remove((string Secret, LostSocket Socket) place)
        => _sockets.TryGetValue(place.Secret, out var found) && found == place.Socket && _sockets.Remove(place.Secret) ? found : null;

    private void Start(TimeSpan dueTime)
    {
        _isRunning = true;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(dueTime.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
