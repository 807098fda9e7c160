namespace SockJS.Sessions;

// How messages arrive. What fits is added at once and the handler runs on this thread; where the queue is full, the rest waits in line.
internal abstract partial class Session
{
    /// <summary>Gets the messages that wait for the handler.</summary>
    private protected InboundQueue Inbound => _inbound;

    /// <summary>Adds a message of a socket, valid UTF-8, without waking the handler.</summary>
    /// <returns><see langword="false"/> where the queue is full: the message has to come again after <see cref="WaitForRoomAsync"/>.</returns>
    public bool TryReceive(ReadOnlySpan<byte> message) => _inbound.TryAdd(message);

    /// <summary>Adds a message of bytes without waking the handler.</summary>
    /// <inheritdoc cref="TryReceive(ReadOnlySpan{byte})" path="/returns"/>
    public bool TryReceiveBinary(ReadOnlySpan<byte> message) => _inbound.TryAdd(message, isBinary: true);

    /// <summary>Runs the handler, up to where it waits for something else.</summary>
    public void Handle()
    {
        var scope = FlushScope.Enter();
        try
        {
            _inbound.Wake();
        }
        finally
        {
            FlushScope.Exit(scope);
        }
    }

    public Task WaitForRoomAsync() => _inbound.WaitForRoomAsync();
}
