using SockJS.Protocol;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    private ISocketHandler? _handler;
    private bool _wasAccepted;
    private bool _leavesAfterJoining;
    private bool _closesAfterJoining;

    /// <summary>Lets the application decide whether the client may join, and tells the client.</summary>
    /// <returns>Whether it has joined.</returns>
    public async ValueTask<bool> ConnectAsync()
    {
        TryEnter();
        try
        {
            await RecoverAsync().ConfigureAwait(false);
            var isAccepted = await IsAcceptedAsync().ConfigureAwait(false);
            return isAccepted && await TryJoinAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_phase == SocketPhase.Joining)
                End(DisconnectReasons.Of(Connection.CloseReason));
            Exit();
        }
    }

    private async ValueTask<bool> IsAcceptedAsync()
    {
        try
        {
            await RunFilterAsync(0).ConfigureAwait(false);
            if (_handler is not null)
                return true;
            await RefuseAsync(SocketIORefusedException.DefaultMessage, data: null).ConfigureAwait(false);
        }
        catch (SocketIORefusedException exception)
        {
            await RefuseAsync(exception.Message, exception.RefusalData).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IClientFault)
        {
            _nameSpace.Mapping.Handler.AuthRefused(this, exception);
            await RefuseAsync("Invalid auth payload", data: null).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed("connect", exception);
            await RefuseAsync("Internal server error", data: null).ConfigureAwait(false);
        }

        return false;
    }

    private ValueTask RunFilterAsync(int index)
    {
        var filters = _nameSpace.Mapping.ConnectionFilters;
        var isSkipped = index >= _nameSpace.Mapping.GuardCount && IsRecovered && _nameSpace.Options.Recovery.SkipMiddleware;
        if (index < filters.Length && !isSkipped)
            return filters[index].InvokeAsync(this, () => RunFilterAsync(index + 1));
        if (_handler is not null)
            return default;
        if (!IsRecovered)
            _nameSpace.Rooms.Add(this);
        _handler = _nameSpace.Mapping.Handler.Create(this);
        return _handler.ConnectAsync();
    }

    // What was emitted meanwhile follows the reply, and what is emitted from now on follows that.
    private async ValueTask<bool> TryJoinAsync()
    {
        _wasAccepted = true;
        if (_isRecovered)
            _nameSpace.Mapping.Metrics?.Recovered();
        try
        {
            await SendReplyAsync().ConfigureAwait(false);
            foreach (var missed in TakeMissed())
                await Connection.SendFramesAsync(missed.Frames, default).ConfigureAwait(false);
            if (!await TrySendHeldAsync().ConfigureAwait(false))
                return false;
        }
        catch (SockJSConnectionClosedException)
        {
            return false;
        }

        if (!_leavesAfterJoining)
            return true;
        await DisconnectAsync(_closesAfterJoining).ConfigureAwait(false);
        return false;
    }

    // What is emitted while this is sent is held in its turn: the socket has joined when nothing is left.
    private async ValueTask<bool> TrySendHeldAsync()
    {
        var frames = default(PooledBuffer);
        try
        {
            SocketPhase phase;
            while ((phase = TakeHeld(ref frames)) == SocketPhase.Joining)
            {
                await SendPacketsAsync(frames.WrittenMemory).ConfigureAwait(false);
                frames.Truncate(0);
            }

            return phase == SocketPhase.Joined;
        }
        finally
        {
            frames.Free();
        }
    }

    private SocketPhase TakeHeld(ref PooledBuffer empty)
    {
        lock (_holding)
        {
            if (_phase == SocketPhase.Ended)
                return SocketPhase.Ended;
            if (_held.Length > 0)
            {
                (empty, _held) = (_held, empty);
                return SocketPhase.Joining;
            }

            _phase = SocketPhase.Joined;
            _held.Free();
            return SocketPhase.Joined;
        }
    }

    // One by one, as a poll has room for so many.
    private async ValueTask SendPacketsAsync(ReadOnlyMemory<byte> frames)
    {
        while (!frames.IsEmpty)
        {
            var length = PacketGroups.Instance.LengthOf(frames.Span);
            await Connection.SendFramesAsync(frames[..length], default).ConfigureAwait(false);
            frames = frames[length..];
        }
    }
}
