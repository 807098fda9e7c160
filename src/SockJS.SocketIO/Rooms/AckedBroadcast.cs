using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Rooms;

/// <summary>An event that all sockets of a selection are to acknowledge; it collects their answers.</summary>
/// <param name="target">The namespace.</param>
/// <param name="id">The number of the event, the same for all sockets.</param>
internal sealed class AckedBroadcast<TResult>(IRoomTarget target, ulong id)
{
    private readonly BroadcastAck<TResult> _ack = new(target.Format.TypeOf<TResult>());
    private readonly List<RoomMember> _asked = [];

    public async Task<IReadOnlyList<TResult>> EmitAsync(
        MemberSelection selection, string name, object?[] arguments, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            Deliver(selection, name, arguments, cancellationToken);
            _ack.Seal();
            await _ack.All.WaitAsync(timeout, target.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            target.AcksTimedOut(_ack.MissingCount);
            throw Incomplete(exception);
        }
        finally
        {
            foreach (var member in _asked)
                member.Acks.Take(id);
        }

        return _ack.LostCount == 0 ? _ack.Answers : throw Incomplete(_ack.Problem);
    }

    private void Deliver(MemberSelection selection, string name, object?[] arguments, CancellationToken cancellationToken)
    {
        var packet = PacketWriter.BeginEvent(target.Format, name, default, id);
        try
        {
            foreach (var argument in arguments)
                packet.AddObject(argument);
            packet.End();
            foreach (var table in target.Tables)
                Deliver(table.Find(selection), PreparedMessage.FromFrames(packet.CopyFor(table.Utf8Name)), cancellationToken);
        }
        finally
        {
            packet.Return();
        }
    }

    private void Deliver(IEnumerable<RoomMember> members, PreparedMessage frames, CancellationToken cancellationToken)
    {
        foreach (var member in members)
        {
            _ack.Expect();
            try
            {
                member.Acks.Add(id, _ack);
            }
            catch (Exception exception) when (exception is SocketIODisconnectedException or InvalidOperationException)
            {
                // One that is asked too much already is not asked more, and has no answer to give.
                _ack.Lost();
                continue;
            }

            _asked.Add(member);
            // A slow client has as long as its answer has.
            _ = member.DeliverAsync(frames, isVolatile: false, cancellationToken).AsTask();
        }
    }

    private SocketIOAckTimeoutException Incomplete(Exception? cause = null)
    {
        var answers = _ack.Answers;
        return new($"Of {_asked.Count} clients {answers.Count} answered the event in time, and as they should.", cause!)
        {
            PartialResponses = [.. answers.Select(static answer => (object?)answer)],
        };
    }
}
