using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Connections;

/// <summary>The sockets of one connection: few, and looked up by the bytes of the packets. Looking up takes no lock.</summary>
/// <param name="max">How many namespaces a connection may be in; as many are remembered of which the client may not know that it has left them.</param>
internal sealed class SocketList(int max)
{
    private readonly object _lock = new();
    private volatile Socket[] _joined = [];
    private List<byte[]>? _abandoned;
    private List<Socket>? _unfinished;

    public Socket[] Joined => _joined;

    public Socket? Find(ReadOnlySpan<byte> nameSpace)
    {
        foreach (var socket in _joined)
        {
            if (socket.Utf8Namespace.SequenceEqual(nameSpace))
                return socket;
        }

        return null;
    }

    public void Add(Socket socket)
    {
        lock (_lock)
        {
            _joined = [.. _joined, socket];
            Forgive(socket.Utf8Namespace);
        }
    }

    /// <summary>Removes a socket that has ended.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="byServer">Whether the client may not know yet, so that packets of it may still be on their way.</param>
    public void Remove(Socket socket, bool byServer)
    {
        lock (_lock)
        {
            if (!_joined.Contains(socket))
                return;
            _joined = [.. _joined.Where(one => one != socket)];
            if (byServer)
                Abandon(socket.Utf8Namespace);
            _unfinished?.RemoveAll(static one => one.Finished.IsCompleted);
            if (!socket.Finished.IsCompleted)
                (_unfinished ??= []).Add(socket);
        }
    }

    /// <summary>Says whether the server has disconnected the client from a namespace that it has not joined again.</summary>
    public bool WasAbandoned(ReadOnlySpan<byte> nameSpace)
    {
        lock (_lock)
        {
            foreach (var name in _abandoned ?? [])
            {
                if (nameSpace.SequenceEqual(name))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Returns what completes when the sockets that were removed are done with.</summary>
    public Task WhenFinishedAsync()
    {
        lock (_lock)
            return _unfinished is null ? Task.CompletedTask : Task.WhenAll(_unfinished.Select(static socket => socket.Finished));
    }

    // The names of children are the client's to choose.
    private void Abandon(ReadOnlySpan<byte> nameSpace)
    {
        _abandoned ??= [];
        if (_abandoned.Count >= max)
            _abandoned.RemoveAt(0);
        _abandoned.Add(nameSpace.ToArray());
    }

    private void Forgive(ReadOnlySpan<byte> nameSpace)
    {
        for (var i = 0; i < _abandoned?.Count; i++)
        {
            if (nameSpace.SequenceEqual(_abandoned[i]))
                _abandoned.RemoveAt(i--);
        }
    }
}
