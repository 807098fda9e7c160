using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>What becomes of events and auth payloads whose values are not what their handlers take: they are logged and counted.</summary>
/// <param name="logger">Where they are logged.</param>
/// <param name="time">Tells how long ago a warning was.</param>
/// <param name="metrics">Where they are counted.</param>
/// <param name="closes">Whether the connection of a client is closed that sends such an event.</param>
internal sealed partial class EventRefusals(ILogger logger, TimeProvider time, SockJSMetrics? metrics = null, bool closes = false)
{
    /// <summary>What is wrong with them, in metrics and spans.</summary>
    public const string Code = "invalid_payload";

    private readonly WarningAllowance _warnings = new(time);

    /// <summary>Returns what deals with those of a namespace.</summary>
    public static EventRefusals Of(NamespaceContext context)
        => new(context.DispatchLogger, context.Time, context.Metrics, context.Options.CloseOnInvalidEvents);

    /// <summary>Deals with an event that no handler was given, or that one could do nothing with.</summary>
    public ValueTask EventRefusedAsync(SocketIOSocket socket, Exception exception)
    {
        Count(socket, exception);
        return closes ? socket.DisconnectAsync(closeConnection: true) : default;
    }

    /// <summary>Deals with an auth payload, whose client is refused.</summary>
    public void AuthRefused(SocketIOSocket socket, Exception exception) => Count(socket, exception);

    private void Count(SocketIOSocket socket, Exception exception)
    {
        metrics?.MessageRefused(Code);
        // Texts of the JSON reader quote what clients sent.
        if (_warnings.TryTake())
            EventRefused(logger, socket.Id, LoggedText.Of(exception.Message));
        else if (logger.IsEnabled(LogLevel.Debug))
            FurtherEventRefused(logger, socket.Id, LoggedText.Of(exception.Message));
    }

    [LoggerMessage(27, LogLevel.Warning, "What the socket {SocketId} sent was refused: {Problem}", EventName = "EventRefused")]
    private static partial void EventRefused(ILogger logger, string socketId, string problem);

    [LoggerMessage(28, LogLevel.Debug, "Something further that the socket {SocketId} sent was refused: {Problem}", EventName = "FurtherEventRefused", SkipEnabledCheck = true)]
    private static partial void FurtherEventRefused(ILogger logger, string socketId, string problem);
}
