using SockJS.SocketIO.Payloads;

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
        => AskAsync<TResult>(name, [], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object? argument, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, [argument], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(
        string name, object? argument1, object? argument2, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, [argument1, argument2], cancellationToken);

    public Task<IReadOnlyList<TResult>> EmitWithAckAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken = default)
        => AskAsync<TResult>(name, PacketWriter.Spread(arguments), cancellationToken);

    public ValueTask<IReadOnlyList<SocketIOSocket>> FetchSocketsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<SocketIOSocket>>(
            [.. target.Hubs.SelectMany(hub => hub.Find(selection)).Where(static socket => socket.IsConnected)]);
    }

    public ValueTask JoinAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        return PublishAsync(hub => new BackplaneMessage(hub.Endpoint, selection, BackplaneAction.Join) { Groups = rooms });
    }

    public ValueTask LeaveAsync(params string[] rooms)
    {
        RoomName.Check(rooms);
        return PublishAsync(hub => new BackplaneMessage(hub.Endpoint, selection, BackplaneAction.Leave) { Groups = rooms });
    }

    public ValueTask DisconnectAsync(bool closeConnection = false)
        => PublishAsync(
            hub => new BackplaneMessage(hub.Endpoint, selection, BackplaneAction.Disconnect) { ClosesConnection = closeConnection });

    protected override PacketWriter Begin(string name)
        => PacketWriter.BeginEvent(target.Format, name, target.OnlyHub?.Name, ackId: null);

    protected override ValueTask EndAsync(PacketWriter packet, CancellationToken cancellationToken)
    {
        if (!isVolatile && target.Hubs is [{ Log.Sequence: { } sequence }, ..])
            return EndLoggedAsync(packet, sequence, cancellationToken);
        packet.End();
        try
        {
            if (target.OnlyHub is { } only)
                return only.PublishAsync(MessageOf(only, packet.Frames.ToArray()), cancellationToken);
            List<Task>? pending = null;
            foreach (var hub in target.Hubs)
            {
                var publishing = hub.PublishAsync(MessageOf(hub, packet.CopyFor(hub.Name)), cancellationToken);
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
        var hubs = target.Hubs;
        var sending = new Task[hubs.Count];
        lock (sequence.Lock)
        {
            var number = sequence.Next();
            packet.End(EventSequence.TextOf(number));
            for (var i = 0; i < sending.Length; i++)
                sending[i] = Queue(hubs[i], number, packet.CopyFor(hubs[i].Name), cancellationToken).Done;
        }

        packet.Return();
        foreach (var hub in hubs)
            hub.Log!.Turns.Run();
        return new ValueTask(sending is [var only] ? only : Task.WhenAll(sending));
    }

    private Turn Queue(RoomHub hub, long number, byte[] frames, CancellationToken cancellationToken)
    {
        hub.Log!.Add(number, frames, selection);
        return hub.Log.Turns.Add(() => hub.PublishAsync(MessageOf(hub, frames), cancellationToken));
    }

    private BackplaneMessage MessageOf(RoomHub hub, byte[] frames)
        => new(hub.Endpoint, selection, PreparedMessage.FromFrames(frames)) { IsVolatile = isVolatile };

    private async ValueTask PublishAsync(Func<RoomHub, BackplaneMessage> messageOf)
    {
        foreach (var hub in target.Hubs)
            await hub.PublishAsync(messageOf(hub), CancellationToken.None).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<TResult>> AskAsync<TResult>(string name, object?[] arguments, CancellationToken cancellationToken)
        => new Question<TResult>(target, target.AckIds.Next()).AskAsync(selection, name, arguments, timeout ?? target.AckTimeout, cancellationToken);
}
