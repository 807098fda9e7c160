using SockJS.Testing.Wire;

namespace SockJS.Testing.Links;

/// <summary>What the server sent, in its order, until the test asks for it.</summary>
internal sealed class Inbox
{
    private const int MaxTranscript = 50;

    private readonly object _lock = new();
    private readonly Queue<ServerFrame> _frames = new();
    private readonly Queue<string> _transcript = new();
    private TaskCompletionSource _changed = NewSignal();
    private SockJSTestClose? _end;
    private SockJSTestException? _failure;

    /// <summary>Gets the frames that were received, the last ones at least.</summary>
    public string Transcript
    {
        get
        {
            lock (_lock)
                return _transcript.Count == 0 ? "nothing" : string.Join(", ", _transcript);
        }
    }

    /// <summary>Adds a frame as it was on the wire.</summary>
    /// <returns>Whether the connection goes on.</returns>
    public bool Add(string frame)
    {
        lock (_lock)
            Note(frame);
        var frames = ServerFrame.Parse(frame);
        if (frames[0].Kind == ServerFrameKind.Close)
        {
            lock (_lock)
                EndWith(new SockJSTestClose(frames[0].Code, frames[0].Text, WasClean: true));
            return false;
        }

        lock (_lock)
        {
            foreach (var one in frames)
                _frames.Enqueue(one);
            Signal();
        }

        return true;
    }

    /// <summary>Adds what comes without SockJS framing.</summary>
    public void Add(ServerFrame frame, string note)
    {
        lock (_lock)
        {
            Note(note);
            _frames.Enqueue(frame);
            Signal();
        }
    }

    /// <summary>Says that the connection is over. Only the first end counts.</summary>
    public void End(SockJSTestClose end)
    {
        lock (_lock)
        {
            if (_end is not null)
                return;
            Note($"end {end.Code} {JsonText.Quote(end.Reason)}");
            EndWith(end);
        }
    }

    /// <summary>Says that the server did what it may not do.</summary>
    public void Fail(SockJSTestException failure)
    {
        lock (_lock)
        {
            _failure ??= failure;
            Signal();
        }
    }

    /// <summary>Forgets the end of the connection, as there is another one.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _end = null;
            if (_failure is SockJSRefusedException)
                _failure = null;
        }
    }

    /// <summary>Waits for the first frame of a session, and takes it where it opens the session.</summary>
    public async Task OpenedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                ThrowIfFailed();
                if (_frames.Count > 0 && TryTake(ServerFrameKind.Open, out _) is not null)
                    return;
                if (_end is not null)
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="SockJSTestException">The server refused the client, or did what it may not do.</exception>
    public void ThrowIfFailed()
    {
        lock (_lock)
        {
            if (_failure is not null)
                throw _failure is SockJSRefusedException ? _failure : new SockJSTestException(_failure.Message, _failure);
        }
    }

    /// <summary>Takes the next frame where it is of this kind, or the end. Heartbeats that nobody waits for do not count.</summary>
    /// <returns><see langword="null"/> where nothing is there yet.</returns>
    /// <exception cref="SockJSTestException">Something else is next.</exception>
    public ServerFrame? TryTake(ServerFrameKind kind, out Task changed)
    {
        lock (_lock)
        {
            changed = _changed.Task;
            while (_frames.TryPeek(out var frame))
            {
                if (frame.Kind == kind)
                    return _frames.Dequeue();
                if (frame.Kind != ServerFrameKind.Heartbeat)
                    throw new SockJSTestException(Describe(frame));
                _frames.Dequeue();
            }

            ThrowIfFailed();
            if (_end is not { } end)
                return null;
            return kind == ServerFrameKind.Close
                ? new ServerFrame(kind, end.Reason, end.Code)
                : throw new SockJSTestException($"The connection was closed with {end.Code} {JsonText.Quote(end.Reason)}");
        }
    }

    /// <summary>Gets the end of the connection.</summary>
    public SockJSTestClose Closed
    {
        get
        {
            lock (_lock)
                return _end.GetValueOrDefault();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Describe(ServerFrame frame) => frame.Kind switch
    {
        ServerFrameKind.Open => "The server opened a new session",
        _ => $"There was the message {Excerpt.Of(JsonText.Quote(frame.Text))}",
    };

    private void EndWith(SockJSTestClose end)
    {
        _end = end;
        Signal();
    }

    private void Note(string frame)
    {
        _transcript.Enqueue(Excerpt.Of(frame));
        if (_transcript.Count > MaxTranscript)
            _transcript.Dequeue();
    }

    private void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }
}
