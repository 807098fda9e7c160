namespace SockJS.Sessions;

/// <summary>Why a session was not opened.</summary>
internal enum SessionRefusal : byte
{
    /// <summary>It may be.</summary>
    None,

    /// <summary>The endpoint is drained, or the host shuts down.</summary>
    Draining,

    /// <summary>There are as many as <see cref="EndpointOptions.MaxSessions"/>.</summary>
    EndpointFull,

    /// <summary>The user has as many as <see cref="EndpointOptions.MaxSessionsPerUser"/>.</summary>
    UserLimit,

    /// <summary>The address has as many as <see cref="EndpointOptions.MaxSessionsPerAddress"/>.</summary>
    AddressLimit,

    /// <summary>As much waits in the sessions that there are as <see cref="EndpointOptions.MaxBufferedBytes"/> allows.</summary>
    BuffersFull,

    /// <summary>The session manager did not want it, or failed.</summary>
    Manager,
}
