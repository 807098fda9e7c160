namespace SockJS.SocketIO.Connections;

/// <summary>Until when a connection has to join a namespace.</summary>
/// <param name="begun">When its time began.</param>
/// <param name="expire">What happens when it is over.</param>
internal sealed class ConnectDeadline(long begun, Action expire)
{
    private Action? _expire = expire;

    public long Begun => begun;

    public bool IsMet => Volatile.Read(ref _expire) is null;

    /// <summary>Takes note that the connection has joined, or is no more; nothing of it is held on to.</summary>
    public void Meet() => Volatile.Write(ref _expire, null);

    public void Expire() => Interlocked.Exchange(ref _expire, null)?.Invoke();
}
