using SockJS.Protocol;

namespace SockJS.Sessions;

// How frames leave. Whoever finds something to write and nobody writing becomes the writer, on its own thread; a write that does not
// complete at once goes on in the background, and what is sent meanwhile gathers for the next frame.
internal abstract partial class Session
{
    private bool _writing;
    private IFrameSink? _writingTo;
    private PooledBuffer _inFlight;
    private int _inFlightCount;
    private int _inFlightBytes;
    private bool _controlDue;
    private bool _heartbeatDue;
    private uint _writes;

    /// <summary>Gets the frame that tells the client that the session is open.</summary>
    private protected abstract Frame OpenFrame { get; }

    /// <summary>Gets the frame that asks the client for a sign of life, or gives it one.</summary>
    private protected abstract Frame HeartbeatFrame { get; }

    /// <summary>Gets or sets a value indicating whether the client is to get a heartbeat. Under the lock.</summary>
    private protected bool IsHeartbeatDue
    {
        get => _heartbeatDue;
        set => _heartbeatDue = value;
    }

    /// <summary>Gets a value indicating whether a heartbeat must not wait until there is nothing else to send.</summary>
    private protected virtual bool HeartbeatComesFirst => false;

    /// <summary>Writes what is due, unless a writer is at work: that one will.</summary>
    public void Flush()
    {
        while (TryBeginWrite(out var sink, out var frame))
        {
            ValueTask<bool> write;
            try
            {
                write = sink.WriteAsync(frame);
            }
            catch (Exception exception)
            {
                write = ValueTask.FromException<bool>(exception);
            }

            if (!write.IsCompletedSuccessfully)
            {
                _ = AwaitWriteAsync(sink, frame, write);
                return;
            }

            EndWrite(sink, frame, write.Result);
        }
    }

    private async Task AwaitWriteAsync(IFrameSink sink, Frame frame, ValueTask<bool> write)
    {
        var takesMore = false;
        Exception? failure = null;
        try
        {
            takesMore = await write.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever a sink throws, the client did not get the frame.
            failure = exception;
        }

        if (failure is null)
            EndWrite(sink, frame, takesMore);
        else
            FailWrite(sink, failure);
        Flush();
    }

    private bool TryBeginWrite(out IFrameSink sink, out Frame frame)
    {
        lock (_lock)
        {
            _scope = null;
            sink = _sink!;
            if (sink is null || _writing || !TryTakeFrame(out frame))
            {
                frame = default;
                return false;
            }

            _writing = true;
            _writingTo = sink;
            _writes++;
            return true;
        }
    }

    // Under the lock: open first, then messages, then close.
    private bool TryTakeFrame(out Frame frame)
    {
        if (_controlDue)
        {
            _controlDue = false;
            frame = Frame.Control;
        }
        else if (_openDue)
        {
            _openDue = false;
            frame = OpenFrame;
        }
        else if (_heartbeatDue && HeartbeatComesFirst)
        {
            frame = TakeHeartbeat();
        }
        else if (_outbound.Count > 0 || _keyed is { Count: > 0 })
        {
            frame = TakeMessages(_sink!.MaxFrames);
        }
        else if (_state == SessionState.Closing)
        {
            frame = _closeFrame;
        }
        else if (_heartbeatDue)
        {
            frame = TakeHeartbeat();
        }
        else
        {
            return TryTakeLast(out frame);
        }

        return true;
    }

    /// <summary>Called when the heartbeat is about to be written, under the lock.</summary>
    private protected virtual void OnHeartbeatTaken()
    {
    }

    /// <summary>Called when the heartbeat was written, under the lock.</summary>
    private protected virtual void OnHeartbeatWritten()
    {
    }

    /// <summary>Finds a frame for a receiver that nothing waits for. Under the lock.</summary>
    private protected virtual bool TryTakeLast(out Frame frame)
    {
        frame = default;
        return false;
    }

    private Frame TakeMessages(int maxFrames)
    {
        _keyed?.MoveTo(ref _outbound);
        var count = _outbound.Count;
        var frame = maxFrames == int.MaxValue ? _outbound.Take(out _inFlight) : _outbound.Take(maxFrames, out _inFlight);
        _inFlightCount = count - _outbound.Count;
        _inFlightBytes = frame.Length;
        return frame;
    }

    private Frame TakeHeartbeat()
    {
        _heartbeatDue = false;
        OnHeartbeatTaken();
        return HeartbeatFrame;
    }

    private void EndWrite(IFrameSink sink, Frame frame, bool takesMore)
    {
        var release = false;
        var opened = false;
        var messages = _inFlightCount;
        lock (_lock)
        {
            CompleteWrite(frame.Kind);
            if (frame.Kind == FrameKind.Open && _state == SessionState.New)
            {
                _state = SessionState.Open;
                _isHandled = true;
                _table.HandlerStarted();
                _events?.Note(SessionEvent.Opened);
                opened = true;
            }

            if (!ReferenceEquals(_sink, sink))
            {
                release = true;
            }
            else if (!takesMore || frame.Kind == FrameKind.Close)
            {
                Detach();
                release = true;
            }
        }

        if (opened)
            StartHandler();
        if (release)
            Release(sink);
        if (messages > 0)
            Traffic.Sent(messages, frame.Length);
        if (release && frame.Kind == FrameKind.Close && EndsWhenTold)
            Terminate(_reason);
    }

    private void FailWrite(IFrameSink sink, Exception exception)
    {
        bool attached;
        lock (_lock)
        {
            CompleteWrite(FrameKind.Control);
            attached = ReferenceEquals(_sink, sink);
        }

        if (attached)
            Lost(sink);
        else
            Release(sink);
        Log.WriteFailed(this, exception);
    }

    // Under the lock.
    private void CompleteWrite(FrameKind kind)
    {
        _writing = false;
        _writingTo = null;
        if (kind == FrameKind.Heartbeat)
            OnHeartbeatWritten();
        if (_state == SessionState.Closed)
            _inFlight.Free();
        else
            _outbound.Recycle(ref _inFlight);
        _inFlightCount = _inFlightBytes = 0;
        CountBytes();
        AdmitWaiters();
    }
}
