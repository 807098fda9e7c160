using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Rooms;

/// <summary>Sockets that are spoken to as one.</summary>
internal class RoomAudience(IRoomTarget target, MemberSelection selection, bool isVolatile = false, TimeSpan? timeout = null) : Emitter, ISocketIOAudience
{
    public ISocketIOAudience Volatile => new RoomAudience(target, selection, isVolatile: true, timeout);

    protected IRoomTarget Target => target;

    public ISocketIOAudience To(params string[] rooms) => new RoomAudience(target, selection.With(rooms), isVolatile, timeout);

    public ISocketIOAudience In(params string[] rooms) => To(rooms);

    public ISocketIOAudience Except(params string[] rooms) => new RoomAudience(target, selection.Without(rooms), isVolatile, timeout);

    public ISocketIOAudience WithTimeout(TimeSpan timeout)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return new RoomAudience(target, selection, isVolatile, timeout);
    }

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, CancellationToken cancellationToken = default)
        => EmitAndCollectAsync<TResult>(name, [], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => EmitAndCollectAsync<TResult>(name, [argument], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => EmitAndCollectAsync<TResult>(name, [argument1, argument2], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => EmitAndCollectAsync<TResult>(name, PacketWriter.Spread(arguments), cancellationToken);

    public ValueTask<IReadOnlyList<SocketIOSocket>> FetchSocketsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<SocketIOSocket>>(
            [.. target.Tables.SelectMany(table => table.Find(selection)).Where(static socket => socket.IsConnected)]);
    }

    public ValueTask JoinAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        return PublishAsync(table => new BackplaneMessage(table.Endpoint, selection, BackplaneAction.Join) { Groups = rooms });
    }

    public ValueTask LeaveAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        return PublishAsync(table => new BackplaneMessage(table.Endpoint, selection, BackplaneAction.Leave) { Groups = rooms });
    }

    public ValueTask DisconnectAsync(bool closeConnection = false)
        => PublishAsync(
            table => new BackplaneMessage(table.Endpoint, selection, BackplaneAction.Disconnect) { ClosesConnection = closeConnection });

    protected override PacketWriter Begin(string name)
        => PacketWriter.BeginEvent(target.Format, name, target.OnlyTable is { } only ? only.Utf8Name : default, ackId: null);

    protected override ValueTask EndAsync(PacketWriter packet, CancellationToken cancellationToken)
    {
        if (!isVolatile && target.Tables is [{ Log.Sequence: { } sequence }, ..])
            return EndLoggedAsync(packet, sequence, cancellationToken);
        packet.End();
        try
        {
            if (target.OnlyTable is { } only)
                return only.PublishAsync(MessageOf(only, packet.Frames.ToArray()), cancellationToken);
            List<Task>? pending = null;
            foreach (var table in target.Tables)
            {
                var publishing = table.PublishAsync(MessageOf(table, packet.CopyFor(table.Utf8Name)), cancellationToken);
                if (!publishing.IsCompletedSuccessfully)
                    (pending ??= []).Add(publishing.AsTask());
            }

            return pending is null ? default : new ValueTask(Task.WhenAll(pending));
        }
        finally
        {
            packet.Return();
        }
    }

    // Clients tell by the last number that they know what they have missed, so that no number may overtake another.
    private ValueTask EndLoggedAsync(PacketWriter packet, EventSequence sequence, CancellationToken cancellationToken)
    {
        var tables = target.Tables;
        var sending = new Task[tables.Count];
        lock (sequence.Lock)
        {
            var number = sequence.Next();
            packet.End(EventSequence.TextOf(number));
            for (var i = 0; i < sending.Length; i++)
                sending[i] = Queue(tables[i], number, packet.CopyFor(tables[i].Utf8Name), cancellationToken).Done;
        }

        packet.Return();
        foreach (var table in tables)
            table.Log!.Turns.Run();
        return new ValueTask(sending is [var only] ? only : Task.WhenAll(sending));
    }

    private Turn Queue(RoomTable table, long number, byte[] frames, CancellationToken cancellationToken)
    {
        table.Log!.Add(number, frames, selection);
        return table.Log.Turns.Add(() => table.PublishAsync(MessageOf(table, frames), cancellationToken));
    }

    private BackplaneMessage MessageOf(RoomTable table, byte[] frames)
        => new(table.Endpoint, selection, PreparedMessage.FromFrames(frames)) { IsVolatile = isVolatile };

    private async ValueTask PublishAsync(Func<RoomTable, BackplaneMessage> messageOf)
    {
        foreach (var table in target.Tables)
            await table.PublishAsync(messageOf(table), CancellationToken.None).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<TResult>> EmitAndCollectAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken)
        => new AckedBroadcast<TResult>(target, target.AckIds.Next()).EmitAsync(selection, name, arguments, timeout ?? target.AckTimeout, cancellationToken);
}
