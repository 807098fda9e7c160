using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Rooms;

/// <summary>A namespace, or all children of a pattern, as those who speak to its sockets see it.</summary>
internal interface IRoomTarget
{
    /// <summary>Gets how arguments look.</summary>
    ArgumentFormat Format { get; }

    /// <summary>Gets how long answers are waited for.</summary>
    TimeSpan AckTimeout { get; }

    TimeProvider Time { get; }

    AckIds AckIds { get; }

    /// <summary>Gets the sockets of a namespace that is always the same; <see langword="null"/> where children come and go, also while something is said to them.</summary>
    RoomTable? OnlyTable { get; }

    /// <summary>Gets the sockets and their rooms: those of one namespace, or of each child.</summary>
    IReadOnlyList<RoomTable> Tables { get; }

    /// <summary>Counts answers that did not come in time.</summary>
    void AcksTimedOut(int count);
}
