namespace SockJS.SocketIO.EngineIO;

/// <summary>Where a message of a client goes.</summary>
internal enum MessageLane
{
    /// <summary>Nowhere: the connection is being closed.</summary>
    None,

    /// <summary>Into the queue.</summary>
    Queue,

    /// <summary>Into the queue, behind the one it belongs to: it needs no permit of its own, and is dropped with that one.</summary>
    QueueWithLast,

    /// <summary>Past the queue.</summary>
    Past,

    /// <summary>Past the queue, with the one it belongs to.</summary>
    PastWithLast,
}
