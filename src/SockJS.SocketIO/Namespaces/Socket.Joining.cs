using SockJS.Protocol;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    // Enough for the reply to be read before more comes. Timers go by a clock with steps of
    // four milliseconds on Linux, and may be early by as much.
    private static readonly TimeSpan s_lead = TimeSpan.FromMilliseconds(8);

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

    public override ValueTask DisconnectAsync(bool closeConnection = false)
    {
        lock (_holding)
        {
            if (_phase == SocketPhase.Joining)
            {
                _leavesAfterJoining = true;
                _closesAfterJoining |= closeConnection;
                return default;
            }
        }

        return closeConnection ? _owner.CloseAsync() : LeaveAsync();
    }

    /// <summary>Tells the client that it is in the namespace no more. Only the first call has an effect.</summary>
    public async ValueTask LeaveAsync()
    {
        if (!End(SocketIODisconnectReason.ServerNamespaceDisconnect))
            return;
        _owner.Left(this);
        var packet = PacketWriter.Rent(_nameSpace.Format);
        packet.BeginBare(SocketPacketType.Disconnect, Utf8Namespace);
        packet.EndBare();
        await SendLastAsync(packet).ConfigureAwait(false);
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
            _nameSpace.Kind.Handler.AuthRefused(this, exception);
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
        var filters = _nameSpace.Kind.ConnectionFilters;
        var isSkipped = index >= _nameSpace.Kind.GuardCount && IsRecovered && _nameSpace.Options.Recovery.SkipMiddleware;
        if (index < filters.Length && !isSkipped)
            return filters[index].InvokeAsync(this, () => RunFilterAsync(index + 1));
        if (_handler is not null)
            return default;
        if (!IsRecovered)
            _nameSpace.Hub.Add(this);
        _handler = _nameSpace.Kind.Handler.Create(this);
        return _handler.ConnectAsync();
    }

    // What was emitted meanwhile follows the reply, and what is emitted from now on follows that.
    private async ValueTask<bool> TryJoinAsync()
    {
        var frames = WriteReply();
        _wasAccepted = true;
        if (_isRecovered)
            _nameSpace.Kind.Metrics?.Recovered();
        try
        {
            await SendReplyAsync(frames.WrittenMemory).ConfigureAwait(false);
            frames.Truncate(0);
            while (true)
            {
                await SendPacketsAsync(frames.WrittenMemory).ConfigureAwait(false);
                foreach (var missed in TakeMissed())
                    await Connection.SendFramesAsync(missed.Frames, default).ConfigureAwait(false);
                frames.Truncate(0);
                lock (_holding)
                {
                    if (_phase == SocketPhase.Ended)
                        return false;
                    if (_held.Length == 0)
                    {
                        _phase = SocketPhase.Joined;
                        _held.Free();
                        break;
                    }

                    (frames, _held) = (_held, frames);
                }
            }
        }
        catch (SockJSConnectionClosedException)
        {
            return false;
        }
        finally
        {
            frames.Free();
        }

        if (!_leavesAfterJoining)
            return true;
        await DisconnectAsync(_closesAfterJoining).ConfigureAwait(false);
        return false;
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

    // Clients that listen for events only when they have read the reply lose those that arrive together with it.
    private async ValueTask SendReplyAsync(ReadOnlyMemory<byte> frames)
    {
        await Connection.SendFramesAsync(frames, default).ConfigureAwait(false);
        if (Connection.Transport != EngineIOTransport.WebSocket || !IsHolding)
            return;
        Connection.Flush();
        await Task.Delay(s_lead, _nameSpace.Time).ConfigureAwait(false);
    }

    private PooledBuffer WriteReply()
    {
        var packet = PacketWriter.Rent(_nameSpace.Format);
        var json = packet.BeginBare(SocketPacketType.Connect, Utf8Namespace);
        json.WriteStartObject();
        json.WriteString("sid"u8, Id);
        if (_secret is not null)
            json.WriteString("pid"u8, _secret);
        json.WriteEndObject();
        packet.EndBare();
        var frames = default(PooledBuffer);
        frames.Append(packet.Frames.Span);
        packet.Return();
        return frames;
    }

    private ValueTask RefuseAsync(string message, object? data)
    {
        End(SocketIODisconnectReason.ServerNamespaceDisconnect);
        try
        {
            return SendLastAsync(Refusal.Write(_nameSpace.Format, Utf8Namespace, message, data));
        }
        catch (Exception exception)
        {
            Failed("refusal", exception);
            return SendLastAsync(Refusal.Write(_nameSpace.Format, Utf8Namespace, message));
        }
    }

    private async ValueTask SendLastAsync(PacketWriter packet)
    {
        try
        {
            await Connection.SendFramesAsync(packet.Frames, default).ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException)
        {
            // There is nobody left to tell.
        }
        finally
        {
            packet.Return();
        }
    }
}
