using System.Diagnostics;

namespace SockJS.Diagnostics;

/// <summary>The span of a connection. It outlives the request that opened the session, so that it has a link to that one and no parent.</summary>
internal sealed class ConnectionSpan
{
    private readonly ActivityContext _request = Activity.Current?.Context ?? default;
    private Activity? _activity;

    private ConnectionSpan()
    {
    }

    /// <summary>Remembers the request that opens a session.</summary>
    /// <returns><see langword="null"/> where nobody wants spans.</returns>
    public static ConnectionSpan? Prepare() => SockJSActivitySource.HasListeners ? new ConnectionSpan() : null;

    /// <summary>Starts the span; it is the current one of the caller then.</summary>
    public void Start(string endpoint, SockJSTransports transport)
    {
        _activity = SockJSActivitySource.StartRoot(SockJSActivitySource.Connection, _request);
        if (_activity is null)
            return;
        _activity.DisplayName = endpoint;
        _activity.SetTag(MetricTags.Endpoint, endpoint).SetTag(MetricTags.Transport, TransportNames.Of(transport));
    }

    public void Stop(SockJSCloseReason reason)
    {
        if (_activity is null)
            return;
        _activity.SetTag(MetricTags.CloseKind, reason.Kind.ToString()).SetTag(MetricTags.CloseCode, reason.Code);
        if (reason.Kind == SockJSCloseKind.HandlerFailed)
            _activity.SetStatus(ActivityStatusCode.Error);
        _activity.Dispose();
    }
}
