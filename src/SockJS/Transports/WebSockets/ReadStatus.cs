namespace SockJS.Transports.WebSockets;

/// <summary>Why the reading of frames stopped.</summary>
internal enum ReadStatus
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>The handler has to catch up first.</summary>
    Full,

    /// <summary>No more frames are of interest.</summary>
    Ended,
}
