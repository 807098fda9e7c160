namespace SockJS.Multiplexing;

// How messages leave, in frames of the topic, and how they arrive, without them.
internal sealed partial class ChannelConnection
{
    public override int QueuedBytes => _parent.QueuedBytes;

    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        if (_isOver)
            return ValueTask.FromException(new SockJSConnectionClosedException());
        var frame = Wrap(message);
        var sending = _parent.SendAsync(frame, cancellationToken);
        if (!sending.IsCompletedSuccessfully)
            return AwaitAsync(sending, frame);
        frame.Release();
        return default;
    }

    public override bool TrySend(SockJSMessage message)
    {
        if (_isOver)
            return false;
        var frame = Wrap(message);
        var accepted = _parent.TrySend(frame);
        frame.Release();
        return accepted;
    }

    internal override ValueTask DeliverAsync(PreparedMessage message, string? key, CancellationToken cancellationToken)
    {
        if (_isOver)
            return default;
        var wrapped = WrappedMessage.Of(message, _topic.MessagePrefix, key);
        return _parent.DeliverAsync(wrapped.Message, wrapped.Key, cancellationToken);
    }

    /// <summary>Takes a message of the client, and lets the handler run up to where it waits for something else.</summary>
    /// <returns><see langword="false"/> where the queue is full: the message has to come again after <see cref="WaitForRoomAsync"/>.</returns>
    public bool TryReceive(ReadOnlySpan<byte> payload)
    {
        if (!_inbound.TryAdd(payload))
            return false;
        _inbound.Wake();
        return true;
    }

    public Task WaitForRoomAsync() => _inbound.WaitForRoomAsync();

    // Text stays text, for the lone surrogates in it.
    private SockJSMessage Wrap(SockJSMessage message)
    {
        if (message.Prepared is { } prepared)
            return WrappedMessage.Of(prepared, _topic.MessagePrefix, key: null).Message;
        return message.Text is { } text ? _topic.MessagePrefix + text : _topic.Wrap(message.Utf8);
    }

    // The connection reads the bytes when it has room for them.
    private static async ValueTask AwaitAsync(ValueTask sending, SockJSMessage frame)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        finally
        {
            frame.Release();
        }
    }
}
