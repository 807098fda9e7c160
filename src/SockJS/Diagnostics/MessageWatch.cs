using System.Diagnostics;

namespace SockJS.Diagnostics;

/// <summary>Times and traces the handling of messages, one after the other, where anybody wants to know.</summary>
/// <param name="metrics">Where it is counted.</param>
/// <param name="nameSpace">The namespace of a Socket.IO endpoint, as it was mapped.</param>
internal sealed class MessageWatch(SockJSMetrics metrics, string? nameSpace = null)
{
    private readonly string _place = nameSpace is null ? metrics.Endpoint : $"{metrics.Endpoint} {nameSpace}";
    private long _started;
    private Activity? _activity;
    private string? _name;
    private string? _error;

    /// <summary>Takes up a message. Where there is a span, it is the current one of the caller then.</summary>
    public void Begin(SockJSTransports transport)
    {
        _name = _error = null;
        _started = metrics.TimesHandlers ? metrics.Time.GetTimestamp() : 0;
        // What is current in the loop of a connection is the connection's span, which may last for days: nothing for a parent.
        _activity = SockJSActivitySource.HasListeners
            ? SockJSActivitySource.StartRoot(SockJSActivitySource.Message, Activity.Current?.Context ?? default)
            : null;
        if (_activity is null)
            return;
        _activity.DisplayName = _place;
        _activity.SetTag(MetricTags.Endpoint, metrics.Endpoint).SetTag(MetricTags.Transport, TransportNames.Of(transport));
        if (nameSpace is not null)
            _activity.SetTag(MetricTags.Namespace, nameSpace);
    }

    /// <summary>Says which handler gets the message.</summary>
    public void Found(string? name)
    {
        _name = name;
        if (_activity is null || name is null)
            return;
        _activity.DisplayName = $"{_place} {name}";
        _activity.SetTag(MetricTags.Message, name);
    }

    /// <summary>Says that the message cannot be understood, which is the fault of the client and not an error of the server.</summary>
    public void Refused(string error) => _error = error;

    /// <summary>Says what the handler threw.</summary>
    public void Failed(Exception exception)
    {
        _error = exception.GetType().FullName;
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void End()
    {
        if (_started != 0)
            metrics.Handled(metrics.Time.GetElapsedTime(_started), nameSpace, _name, _error);
        if (_activity is null)
            return;
        if (_error is not null)
            _activity.SetTag(MetricTags.ErrorType, _error);
        _activity.Dispose();
        _activity = null;
    }
}
