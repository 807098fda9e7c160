using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Payloads;

namespace SockJS.SocketIO.Dispatch;

/// <summary>What becomes of events that cannot be understood, and of exceptions that handlers throw: they are logged, and the connection stays.</summary>
/// <param name="logger">Where they are logged.</param>
/// <param name="time">Tells how long ago a warning was.</param>
/// <param name="metrics">Where events are counted that cannot be understood.</param>
/// <param name="closes">Whether the connection of a client is closed that sends such.</param>
internal sealed partial class EventFailures(ILogger logger, TimeProvider time, SockJSMetrics? metrics = null, bool closes = false)
{
    private readonly WarningAllowance _warnings = new(time);

    /// <summary>Deals with an event that no handler was given.</summary>
    public ValueTask EventRefusedAsync(SocketIOSocket socket, InvalidMessageException exception)
    {
        metrics?.MessageRefused("invalid_payload");
        // Texts of the JSON reader quote what clients sent.
        if (_warnings.TryTake())
            EventRefused(logger, socket.Id, LoggedText.Of(exception.Message));
        else if (logger.IsEnabled(LogLevel.Debug))
            FurtherEventRefused(logger, socket.Id, LoggedText.Of(exception.Message));
        return closes ? socket.DisconnectAsync(closeConnection: true) : default;
    }

    /// <summary>Deals with a client whose auth payload is not what its handler takes. The client is refused.</summary>
    public void AuthRefused(SocketIOSocket socket, InvalidMessageException exception)
    {
        metrics?.MessageRefused("invalid_payload");
        if (_warnings.TryTake())
            AuthRefused(logger, socket.Id, LoggedText.Of(exception.Message));
    }

    /// <summary>Logs an exception of a handler, unless it only says that the socket is disconnected.</summary>
    public void HandlerFailed(SocketIOSocket socket, Exception exception)
    {
        // Either may also be about another socket, or a token of the handler's own.
        if (exception is SocketIODisconnectedException or OperationCanceledException && socket.Disconnected.IsCancellationRequested)
            return;
        HandlerFailed(logger, socket.Id, socket.Namespace, exception);
    }

    [LoggerMessage(1, LogLevel.Error, "A handler of socket {SocketId} in the namespace {Namespace} failed.", EventName = "HandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string socketId, string @namespace, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "An event of socket {SocketId} was refused: {Problem}", EventName = "EventRefused")]
    private static partial void EventRefused(ILogger logger, string socketId, string problem);

    [LoggerMessage(3, LogLevel.Debug, "A further event of socket {SocketId} was refused: {Problem}", EventName = "FurtherEventRefused", SkipEnabledCheck = true)]
    private static partial void FurtherEventRefused(ILogger logger, string socketId, string problem);

    [LoggerMessage(4, LogLevel.Warning, "The auth payload of socket {SocketId} was refused: {Problem}", EventName = "AuthRefused")]
    private static partial void AuthRefused(ILogger logger, string socketId, string problem);
}
