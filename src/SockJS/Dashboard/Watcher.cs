namespace SockJS.Dashboard;

/// <summary>One page that is open in a browser.</summary>
internal sealed class Watcher(SockJSConnection connection)
{
    private volatile Selection? _selection;

    public SockJSConnection Connection => connection;

    /// <summary>Gets or sets the sessions that it wants to see, if any.</summary>
    public Selection? Selection
    {
        get => _selection;
        set => _selection = value;
    }

    /// <summary>Sends what takes the place of the last such message, where that one still waits.</summary>
    // It never waits: what there is no room for is replaced, or dropped with the connection.
    public void Show(string kind, PreparedMessage message) => _ = connection.DeliverAsync(message, kind, CancellationToken.None).AsTask();
}
