using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.Namespaces.Recovery;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    // What the client tells when it comes back; only where recovery is on.
    private string? _secret;
    private long _joined;
    private bool _isKept;
    private List<LoggedEvent>? _missed;
    private bool _isRecovered;

    public override bool IsRecovered => _isRecovered;

    /// <summary>Sends an event, and keeps it for the case that the client loses it.</summary>
    public ValueTask SendLoggedAsync(PacketWriter packet, EventLog log, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (log.Sequence.Lock)
        {
            var number = log.Sequence.Next();
            packet.End(EventSequence.TextOf(number));
            var frames = packet.Frames.ToArray();
            if (_phase != SocketPhase.Ended)
                log.Add(number, frames, new MemberSelection(BackplaneTarget.Connection, Id));
            turn = log.Turns.Add(() => SendAsync(frames, cancellationToken));
        }

        packet.Return();
        log.Turns.Run();
        return new ValueTask(turn.Done);
    }

    /// <summary>Makes this the socket again that its client was, if that can be.</summary>
    private async ValueTask RecoverAsync()
    {
        if (_nameSpace.Rooms.Log is not { } log)
            return;
        _secret = SessionId.Create();
        lock (log.Sequence.Lock)
            _joined = log.Sequence.Last;
        if (RecoveryRequest.Read(Handshake.Auth) is not { } request
            || !_nameSpace.Mapping.Context.Lost!.TryTake(request.Secret, _nameSpace, UserId, out var lost))
        {
            return;
        }

        try
        {
            if (TryResume(log, lost, request) is { } returning)
            {
                log.Turns.Run();
                await returning.Done.ConfigureAwait(false);
            }
        }
        finally
        {
            lost.Namespace.Release();
        }
    }

    // What has a number by now is missed, though it may not be sent yet; what gets one later is sent when the socket is in its rooms. There it
    // is held until the client has joined.
    private Turn? TryResume(EventLog log, LostSocket lost, RecoveryRequest request)
    {
        string[] rooms = [lost.Id, .. lost.Rooms];
        lock (log.Sequence.Lock)
        {
            _missed = log.FindMissed(request.Since ?? lost.Joined, lost.Lost, one => one.IsFor(lost.Id, lost.UserId, rooms));
            _isRecovered = _missed is not null;
            if (!_isRecovered)
                return null;
            (_id, _secret, _data, _joined) = (lost.Id, request.Secret, lost.Data, lost.Joined);
            return log.Turns.Add(() => Return(lost.Rooms));
        }
    }

    private ValueTask Return(IReadOnlyCollection<string> rooms)
    {
        _nameSpace.Rooms.Add(this);
        foreach (var room in rooms)
            Membership.Join(room);
        return default;
    }

    // The namespace stays as long as the socket is kept.
    private void Keep(SocketIODisconnectReason reason)
    {
        if (_secret is null || !_wasAccepted || !reason.IsRecoverable)
            return;
        _isKept = true;
        var context = _nameSpace.Mapping.Context;
        context.Lost!.Add(
            _secret, new LostSocket(_nameSpace, Id, UserId, _membership?.Groups ?? [], _data, _joined, context.Time.GetTimestamp()));
    }

    private List<LoggedEvent> TakeMissed()
    {
        var missed = _missed ?? [];
        _missed = null;
        return missed;
    }
}
