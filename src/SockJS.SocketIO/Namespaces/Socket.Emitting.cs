using SockJS.Protocol;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    private readonly object _holding = new();
    private PooledBuffer _held;
    private volatile SocketPhase _phase;

    private bool IsHolding
    {
        get
        {
            lock (_holding)
                return _held.Length > 0;
        }
    }

    public override ValueTask EmitAsync(string name, CancellationToken cancellationToken = default) => Emitter.EmitAsync(name, cancellationToken);

    public override ValueTask EmitAsync<T>(string name, T argument, CancellationToken cancellationToken = default)
        => Emitter.EmitAsync(name, argument, cancellationToken);

    public override ValueTask EmitAsync<T1, T2>(string name, T1 argument1, T2 argument2, CancellationToken cancellationToken = default)
        => Emitter.EmitAsync(name, argument1, argument2, cancellationToken);

    public override ValueTask EmitAsync<T1, T2, T3>(
        string name, T1 argument1, T2 argument2, T3 argument3, CancellationToken cancellationToken = default)
        => Emitter.EmitAsync(name, argument1, argument2, argument3, cancellationToken);

    public override ValueTask EmitAsync<T1, T2, T3, T4>(
        string name, T1 argument1, T2 argument2, T3 argument3, T4 argument4, CancellationToken cancellationToken = default)
        => Emitter.EmitAsync(name, argument1, argument2, argument3, argument4, cancellationToken);

    public override ValueTask EmitAsync(string name, SocketIOArguments arguments, CancellationToken cancellationToken = default)
        => Emitter.EmitAsync(name, arguments, cancellationToken);

    /// <summary>Sends what was written, and gives the writer back.</summary>
    /// <exception cref="SocketIODisconnectedException">The client has left.</exception>
    public ValueTask SendAsync(PacketWriter packet, CancellationToken cancellationToken)
    {
        if (_phase == SocketPhase.Joining && TryHold(packet.Frames.Span))
        {
            packet.Return();
            return default;
        }

        if (_phase == SocketPhase.Ended)
        {
            packet.Return();
            return ValueTask.FromException(new SocketIODisconnectedException());
        }

        var sending = Connection.SendFramesAsync(packet.Frames, cancellationToken);
        if (!sending.IsCompletedSuccessfully)
            return AwaitAsync(sending, packet);
        packet.Return();
        return default;
    }

    /// <summary>Sends frames that stay as they are.</summary>
    /// <exception cref="SocketIODisconnectedException">The client has left.</exception>
    private async ValueTask SendAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken)
    {
        if (_phase == SocketPhase.Joining && TryHold(frames.Span))
            return;
        if (_phase == SocketPhase.Ended)
            throw new SocketIODisconnectedException();
        try
        {
            await Connection.SendFramesAsync(frames, cancellationToken).ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException exception)
        {
            throw Gone(exception);
        }
    }

    /// <summary>Sends what was written if the transport can take it right now, and gives the writer back.</summary>
    public void SendVolatile(PacketWriter packet)
    {
        if (_phase == SocketPhase.Joined && Connection.IsWritable && Connection.TrySendFrames(packet.Frames))
            _nameSpace.Mapping.Metrics?.EventSent();
        packet.Return();
    }

    public override ValueTask DeliverAsync(PreparedMessage frames, bool isVolatile, CancellationToken cancellationToken)
    {
        if (isVolatile && !(_phase == SocketPhase.Joined && Connection.IsWritable))
            return default;
        _nameSpace.Mapping.Metrics?.EventSent();
        if (_phase == SocketPhase.Joined)
            return Connection.DeliverAsync(frames, cancellationToken);
        if (TryHold(frames.Frames.Span) || _phase != SocketPhase.Joined)
            return default;
        return Connection.DeliverAsync(frames, cancellationToken);
    }

    internal override SocketIOAck CreateAck(ulong? id)
        => id is { } known ? FindFilteredAck(known) ?? new SocketAck(this, known) : SocketAck.None;

    internal override ValueTask AnswerAsync(ulong id)
        => FindFilteredAck(id) is { } ack ? ack.SendAsync() : AnswerAsync(BeginAnswer(id));

    internal override ValueTask AnswerAsync<T>(ulong id, T value)
        => FindFilteredAck(id) is { } ack ? ack.SendAsync(value) : AnswerAsync(BeginAnswer(id).WithArgument(value));

    /// <summary>Ends an answer and sends it, unless the client has left meanwhile.</summary>
    internal ValueTask AnswerAsync(PacketWriter packet)
    {
        packet.End();
        if (_phase == SocketPhase.Joined)
        {
            var sending = SendAsync(packet, default);
            return sending.IsCompletedSuccessfully ? default : AwaitAnswerAsync(sending);
        }

        packet.Return();
        return default;
    }

    /// <summary>Takes a writer and begins an answer.</summary>
    internal PacketWriter BeginAnswer(ulong id)
    {
        var packet = PacketWriter.Rent(_nameSpace.Format);
        packet.Begin(SocketPacketType.Ack, _nameSpace.Utf8Name, id);
        return packet;
    }

    private static async ValueTask AwaitAnswerAsync(ValueTask sending)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (SocketIODisconnectedException)
        {
            // Nobody waits for the answer any more.
        }
    }

    private static async ValueTask AwaitAsync(ValueTask sending, PacketWriter packet)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (SockJSConnectionClosedException exception)
        {
            throw Gone(exception);
        }
        finally
        {
            packet.Return();
        }
    }

    private static SocketIODisconnectedException Gone(Exception cause) => new("The Socket.IO client is disconnected.", cause);

    // Clients that are told of an event before they are told that they have joined take it for one of the past.
    private bool TryHold(ReadOnlySpan<byte> frames)
    {
        lock (_holding)
        {
            if (_phase != SocketPhase.Joining)
                return false;
            if (_held.Length + frames.Length > _nameSpace.Options.SendBufferBytes)
            {
                Connection.Close(EngineIOCloseReason.SlowClient);
                return true;
            }

            _held.Append(frames);
            return true;
        }
    }
}
