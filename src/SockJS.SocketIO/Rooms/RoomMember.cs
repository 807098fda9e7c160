using SockJS.Members;
using SockJS.SocketIO.Acks;

namespace SockJS.SocketIO.Rooms;

/// <summary>A socket as rooms see it.</summary>
internal abstract class RoomMember : SocketIOSocket, IMember
{
    string? IMember.KnownId => Id;

    bool IMember.IsOver => IsLeft;

    bool IRecipient.IsOpen => !IsLeft;

    CancellationToken IRecipient.Closed => Left;

    /// <summary>Gets a value indicating whether the socket is in no room any more.</summary>
    public abstract bool IsLeft { get; }

    /// <summary>Gets a token that is cancelled when the socket leaves all rooms, which is after the application was told of its end.</summary>
    public abstract CancellationToken Left { get; }

    /// <summary>Gets the answers that the socket owes.</summary>
    public abstract AckTable Acks { get; }

    /// <summary>Gets what lets the socket join rooms.</summary>
    public abstract IMembership Membership { get; }

    /// <summary>Queues an event that goes to many. Whoever has no room for it does as its policy says.</summary>
    public abstract ValueTask DeliverAsync(PreparedMessage frames, bool isVolatile, CancellationToken cancellationToken);

    ValueTask IRecipient.DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken)
    {
        switch (message.Action)
        {
            case BackplaneAction.Send:
                return DeliverAsync(message.Message!, message.IsVolatile, cancellationToken);
            case BackplaneAction.Join or BackplaneAction.Leave:
                return Membership.ChangeAsync(message);
            default:
                return DisconnectAsync(message.ClosesConnection);
        }
    }
}
