namespace SockJS.SocketIO.Namespaces;

/// <summary>A token that is made when somebody asks for it: most sockets are never asked for theirs.</summary>
internal struct EndSignal
{
    private CancellationTokenSource? _source;
    private int _isSet;

    public readonly bool IsSet => Volatile.Read(in _isSet) != 0;

    public CancellationToken Token
    {
        get
        {
            if (IsSet)
                return new CancellationToken(canceled: true);
            var source = Volatile.Read(ref _source);
            if (source is null)
            {
                source = new CancellationTokenSource();
                source = Interlocked.CompareExchange(ref _source, source, null) ?? source;
            }

            // Set meanwhile, by somebody who may not have seen the source.
            if (IsSet)
                source.Cancel();
            return source.Token;
        }
    }

    /// <summary>Cancels the token.</summary>
    /// <exception cref="AggregateException">A callback of the application failed.</exception>
    public void Set()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
            Volatile.Read(ref _source)?.Cancel();
    }
}
