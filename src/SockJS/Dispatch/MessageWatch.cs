using System.Diagnostics;
using SockJS.Diagnostics;
using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>Times and traces the handling of messages, of one connection and one after the other, where anybody wants to know.</summary>
internal sealed class MessageWatch(SockJSMetrics metrics, SockJSConnection connection)
{
    private long _started;
    private Activity? _activity;
    private string? _name;
    private string? _error;

    /// <summary>Takes up a message. Where there is a span, it is the current one of the caller then.</summary>
    public void Begin()
    {
        _name = _error = null;
        _started = metrics.TimesHandlers ? metrics.Time.GetTimestamp() : 0;
        // What is current in the loop of a connection is the connection's span, which may last for days: nothing for a parent.
        _activity = SockJSActivitySource.HasListeners
            ? SockJSActivitySource.StartRoot(SockJSActivitySource.Message, Activity.Current?.Context ?? default)
            : null;
        if (_activity is null)
            return;
        _activity.DisplayName = metrics.Endpoint;
        _activity.SetTag(MetricTags.Endpoint, metrics.Endpoint).SetTag(MetricTags.Transport, TransportNames.Of(connection.Transport));
    }

    /// <summary>Says which handler gets the message.</summary>
    public void Found(string? name)
    {
        _name = name;
        if (_activity is null || name is null)
            return;
        _activity.DisplayName = $"{metrics.Endpoint} {name}";
        _activity.SetTag(MetricTags.Message, name);
    }

    public void Failed(Exception exception)
    {
        // A message that cannot be understood is the fault of the client, not an error of the server.
        if (exception is InvalidMessageException invalid)
        {
            _error = FailureHandler.CodeOf(invalid.Kind);
        }
        else
        {
            _error = exception.GetType().FullName;
            _activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void End()
    {
        if (_started != 0)
            metrics.Handled(metrics.Time.GetElapsedTime(_started), _name, _error);
        if (_activity is null)
            return;
        if (_error is not null)
            _activity.SetTag(MetricTags.ErrorType, _error);
        _activity.Dispose();
        _activity = null;
    }
}
