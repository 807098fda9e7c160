namespace SockJS.SocketIO;

/// <summary>Settings of connection state recovery: clients that were cut off come back as who they were, and get the events that they missed.</summary>
/// <remarks>
/// While it is on, every event that wants no acknowledgement has one argument more at its end, a string, which the handlers of clients see.
/// What is kept is kept in the memory of this process. A client for which it no longer suffices gets a new connection.
/// </remarks>
public sealed class SocketIORecoveryOptions
{
    /// <summary>Gets or sets a value indicating whether connections are recovered.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>Gets or sets how long after the loss of its connection a client may come back.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan MaxDisconnection { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets a value indicating whether a client that comes back is spared the middleware of its namespace, which it has passed before.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    /// <remarks>Authorization attributes of a class are no middleware: they are checked each time.</remarks>
    public bool SkipMiddleware { get; set; } = true;

    /// <summary>Gets or sets how many sockets that have lost their connection the endpoint keeps; one more takes the place of the one that was lost first.</summary>
    /// <value>The default is 10,000.</value>
    public int MaxSockets { get; set; } = 10_000;

    /// <summary>Gets or sets how many events a client that comes back is sent; one that missed more is not recovered.</summary>
    /// <value>The default is 1,000.</value>
    public int MaxEventsPerSocket { get; set; } = 1_000;

    /// <summary>Gets or sets how many events a namespace keeps; the oldest make room for new ones.</summary>
    /// <value>The default is 10,000.</value>
    public int MaxEventsPerNamespace { get; set; } = 10_000;

    /// <summary>Gets or sets how many bytes of events, as encoded and with 200 bytes for each, a namespace keeps; the oldest make room for new ones.</summary>
    /// <value>The default is 8,388,608 bytes (8 MiB).</value>
    public int MaxBytesPerNamespace { get; set; } = 8 * 1024 * 1024;

    /// <summary>Gets or sets how many bytes of events, as encoded and with 200 bytes for each, all namespaces of the endpoint keep together; an event that would be too much makes room in its own.</summary>
    /// <value>The default is 67,108,864 bytes (64 MiB).</value>
    public int MaxBytes { get; set; } = 64 * 1024 * 1024;

    internal void CopyTo(SocketIORecoveryOptions target)
    {
        target.Enabled = Enabled;
        target.MaxDisconnection = MaxDisconnection;
        target.SkipMiddleware = SkipMiddleware;
        target.MaxSockets = MaxSockets;
        target.MaxEventsPerSocket = MaxEventsPerSocket;
        target.MaxEventsPerNamespace = MaxEventsPerNamespace;
        target.MaxBytesPerNamespace = MaxBytesPerNamespace;
        target.MaxBytes = MaxBytes;
    }
}
