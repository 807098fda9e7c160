using System.Security.Claims;
using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO.Sessions;

// How a session that polls moves to a WebSocket. The client proves that the socket works while it polls on; from when it says so, everything
// that waits goes over the socket, in order and once, and polls are refused.
internal sealed partial class EngineSession
{
    private bool _takesSockets;
    private bool _probed;
    private int _polls;
    private IFrameSink? _candidate;
    private TaskCompletionSource? _decided;

    /// <summary>Gets a value indicating whether the session answers sockets and no polls.</summary>
    public bool TakesSockets
    {
        get
        {
            lock (Lock)
                return _takesSockets;
        }
    }

    /// <summary>Gets a value indicating whether the client has polled since it opened the session, by a poll of its own.</summary>
    public bool HasPolled
    {
        get
        {
            lock (Lock)
                return _polls > 1;
        }
    }

    /// <summary>Says that a socket would like to carry the session. There is one at a time, and none after one that succeeded.</summary>
    public bool TryBeginUpgrade(IFrameSink candidate)
    {
        lock (Lock)
        {
            if (_takesSockets || _candidate is not null || IsOver || !_context.AllowsUpgrades)
                return false;
            _candidate = candidate;
            return true;
        }
    }

    /// <summary>Says that a client has found its socket to work. Its poll has nothing to wait for any more.</summary>
    public void NoteProbe(IFrameSink candidate)
    {
        lock (Lock)
        {
            if (_candidate != candidate || _probed)
                return;
            _probed = true;
            _decided = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Flush();
    }

    /// <summary>Waits while it is open whether the session goes on by polling, unless there is something for a poll to fetch.</summary>
    public Task WaitForDecisionAsync()
    {
        lock (Lock)
            return QueuedBytes > 0 || _decided is null ? Task.CompletedTask : _decided.Task;
    }

    /// <summary>Moves the session to a socket. What the client has posted before is taken first.</summary>
    /// <returns>Whether the socket carries the session now.</returns>
    public async Task<bool> UpgradeAsync(IFrameSink candidate, ClaimsPrincipal user)
    {
        Task posting;
        lock (Lock)
        {
            if (_candidate != candidate || IsOver)
                return false;
            _takesSockets = true;
            posting = _posting;
        }

        DecideUpgrade();
        await posting.ConfigureAwait(false);
        while (true)
        {
            switch (Attach(candidate, user, out var occupant))
            {
                case AttachResult.Attached:
                    return true;
                case AttachResult.Gone or AttachResult.Refused:
                    return false;
                default:
                    // A poll that a client has left behind ends here.
                    Flush();
                    await occupant.ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>Says that a socket will not carry the session. Another one may try.</summary>
    public void EndUpgrade(IFrameSink candidate)
    {
        lock (Lock)
        {
            if (_candidate != candidate || _takesSockets)
                return;
            _candidate = null;
            _probed = false;
        }

        DecideUpgrade();
    }

    private protected override bool Takes(IFrameSink sink) => sink.IsSocket == _takesSockets;

    private protected override void OnAttached()
    {
        // The first is the one that opened the session. More than two need not be told apart.
        if (Sink is { IsPoll: true } && _polls < 2)
            _polls++;
        if (Sink is { IsSocket: true })
            Traffic = _context.Metrics.Of(SockJSTransports.WebSocket);
    }

    private protected override bool TryTakeLast(out Frame frame)
    {
        frame = new Frame(FrameKind.Messages, s_noop, 0, s_noop.Length);
        return (_probed || _takesSockets) && Sink is { IsPoll: true };
    }

    private void DecideUpgrade()
    {
        TaskCompletionSource? decided;
        lock (Lock)
            (decided, _decided) = (_decided, null);
        decided?.TrySetResult();
    }

    // The session is over, and with it whatever its client was about to do.
    private void AbandonUpgrade()
    {
        IFrameSink? candidate;
        lock (Lock)
            candidate = _takesSockets ? null : _candidate;
        candidate?.Abort();
        DecideUpgrade();
    }
}
