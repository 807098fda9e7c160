namespace SockJS;

/// <summary>The sessions of an endpoint, as its manager sees them.</summary>
internal interface IManagedSessions : IMemberTable<SockJSConnection>
{
    /// <summary>Gets the number of sessions, those included that are not open yet or closing.</summary>
    int Count { get; }

    /// <summary>Gets a value indicating whether new sessions are refused.</summary>
    bool IsDraining { get; }

    /// <summary>Gets the settings of the endpoint.</summary>
    EndpointOptions Options { get; }

    /// <summary>Gets why sessions are closed when the host shuts down.</summary>
    SockJSCloseReason ShutdownReason { get; }

    /// <summary>Ends a session there and then. Returns whether it is one of these and has not ended before.</summary>
    bool Expire(SockJSConnection connection);

    /// <summary>Ends the session of an id there and then. Returns whether there is one.</summary>
    bool Expire(string id);

    /// <summary>Ends all sessions there and then.</summary>
    void ExpireAll();

    /// <summary>Refuses new sessions, and closes those there are within a time. Returns the task that completes when the last handler has ended.</summary>
    Task DrainAsync(SockJSCloseReason reason, TimeSpan window);

    /// <summary>Ends a drain.</summary>
    void Resume();
}
