using Microsoft.Extensions.Logging;

namespace SockJS.Multiplexing;

// How a channel ends: by the server, by its client, or with its connection. That may come from any thread and more than once; the first
// to end it decides the reason, unless the connection had ended before.
internal sealed partial class ChannelConnection
{
    private static readonly SockJSCloseReason s_unsubscribed = new(SockJSCloseKind.ClientClosed, SockJSCloseCodes.NoStatus, "");

    private CancellationTokenSource? _closed;
    private SockJSCloseReason _reason;
    private Task _telling = Task.CompletedTask;
    private volatile bool _isOver;
    private volatile bool _isComplete;

    /// <summary>Gets a value indicating whether the channel has ended, be its connection open or not.</summary>
    public bool IsOver => _isOver;

    /// <summary>Gets a value indicating whether no message is taken any more, so that another channel of the topic may be opened.</summary>
    public bool IsComplete => _isComplete;

    internal override bool IsOpen => !_isOver && _parent.IsOpen;

    internal override SockJSCloseReason CloseReason
    {
        get
        {
            lock (_lock)
                return _reason;
        }
    }

    // The connection may have ended a moment ago, and the channel not know it yet: a send that fails must find this cancelled.
    public override CancellationToken Closed
    {
        get
        {
            var isOpen = _parent.IsOpen;
            lock (_lock)
                return _isOver || !isOpen ? new CancellationToken(canceled: true) : (_closed ??= new CancellationTokenSource()).Token;
        }
    }

    public override ValueTask CloseAsync(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, code, reason));
        return default;
    }

    internal override void Close(SockJSCloseReason reason)
    {
        if (!TryEnd(reason))
            return;
        // Before the client is told, which may open the channel again at once.
        _isComplete = true;
        _telling = TellAsync();
        CompleteMessages(drop: true);
    }

    /// <summary>Ends the channel as its client wants it. What the client sent before is still handled.</summary>
    public void Unsubscribe()
    {
        TryEnd(s_unsubscribed);
        // The connection may have ended, and the channel with it, when this was on its way already.
        CompleteMessages(drop: false);
    }

    /// <summary>Ends the channel with its connection. More messages may come: those that the connection had accepted.</summary>
    public void EndWithConnection()
    {
        // As for every connection: what its client sent is dropped where the application wants no more of it.
        if (TryEnd(_parent.CloseReason) && IsByServer(_reason.Kind))
            CompleteMessages(drop: true);
    }

    /// <summary>Says that no more messages come. The handler learns of the end when it has handled those there are.</summary>
    public void CompleteMessages() => CompleteMessages(drop: false);

    private static bool IsByServer(SockJSCloseKind kind) => kind
        is not (SockJSCloseKind.ClientClosed or SockJSCloseKind.Lost or SockJSCloseKind.TimedOut or SockJSCloseKind.ProtocolError);

    private bool TryEnd(SockJSCloseReason reason)
    {
        if (!_parent.IsOpen)
            reason = _parent.CloseReason;
        CancellationTokenSource? closed;
        lock (_lock)
        {
            if (_isOver)
                return false;
            _reason = reason;
            _isOver = true;
            (closed, _closed) = (_closed, null);
        }

        _topic.Channels.Remove(this);
        if (closed is not null)
            _ = CancelAsync(closed);
        return true;
    }

    private void CompleteMessages(bool drop)
    {
        _isComplete = true;
        _inbound.Complete(drop);
        // The reader is the user's code: it runs on a thread of its own, not on that of whoever ends the channel.
        ThreadPool.UnsafeQueueUserWorkItem(static inbound => inbound.Wake(), _inbound, preferLocal: false);
    }

    // After all that the channel has sent, so it waits where the send buffer is full.
    private async Task TellAsync()
    {
        try
        {
            await _parent.SendAsync(_topic.Unsubscription).ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException)
        {
            // The client has nothing to be told any more.
        }
    }

    private async Task CancelAsync(CancellationTokenSource closed)
    {
        try
        {
            await closed.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            ChannelClosedCallbackFailed(_logger, Id, exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A callback of the application to the end of channel {SessionId} failed.", EventName = "ChannelClosedCallbackFailed")]
    private static partial void ChannelClosedCallbackFailed(ILogger logger, string sessionId, Exception exception);
}
