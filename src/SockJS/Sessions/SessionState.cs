namespace SockJS.Sessions;

/// <summary>Where a session is in its life. It only moves forward.</summary>
internal enum SessionState : byte
{
    /// <summary>No receiver has had the open frame yet.</summary>
    New,

    /// <summary>The client knows that it is open, and its handler runs.</summary>
    Open,

    /// <summary>The server has closed it; what was accepted, then the close frame, is on its way to the client.</summary>
    Closing,

    /// <summary>Over: no receiver is taken any more.</summary>
    Closed,
}
