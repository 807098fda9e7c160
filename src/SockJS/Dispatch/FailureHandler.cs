using System.Text;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>What becomes of messages that cannot be understood, and of exceptions that handlers throw.</summary>
internal sealed partial class FailureHandler(SockJSOptions options, SockJSMetrics metrics, ILogger logger)
{
    public int MaxStreams => options.MaxStreams;

    public SockJSMetrics Metrics => metrics;

    public int MaxFragmentBytes => options.SendBufferBytes;

    /// <summary>Returns the word for what is wrong with a message: in error messages, metrics and spans.</summary>
    public static string CodeOf(InvalidMessageKind kind) => kind switch
    {
        InvalidMessageKind.UnknownName => "unknown_type",
        InvalidMessageKind.WrongPayload => "invalid_payload",
        _ => "invalid_message",
    };

    /// <summary>Deals with a message that no handler was given.</summary>
    public void MessageRefused(SockJSConnection connection, InvalidMessageException exception)
    {
        var code = CodeOf(exception.Kind);
        var (text, closeCode) = exception.Kind == InvalidMessageKind.UnknownName
            ? ("Unknown message", SockJSCloseCodes.UnknownMessage)
            : ("Invalid message", SockJSCloseCodes.InvalidMessage);
        metrics.MessageRefused(code);
        // Texts of the JSON reader quote what clients sent.
        MessageRefused(logger, connection.Id, LoggedText.Of(exception.Message));
        Apply(options.InvalidMessages, connection, exception, code, text, new SockJSCloseReason(SockJSCloseKind.InvalidMessage, closeCode, text));
    }

    /// <summary>Closes a connection whose message stands for no bytes: whoever reads a stream cannot do without a piece of it.</summary>
    public void BytesRefused(SockJSConnection connection, string problem)
    {
        metrics.MessageRefused("invalid_encoding");
        MessageRefused(logger, connection.Id, problem);
        connection.Close(new SockJSCloseReason(SockJSCloseKind.InvalidMessage, SockJSCloseCodes.InvalidMessage, "Invalid message"));
    }

    /// <summary>Deals with a frame of a multiplexed connection that no channel was given. Such frames have no place for an error, so none is sent.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="code">What was wrong.</param>
    /// <param name="reason">Why the connection is closed, where the options say so; <see langword="null"/> where it stays whatever they say.</param>
    public void FrameRefused(SockJSConnection connection, string code, SockJSCloseReason? reason)
    {
        metrics.MessageRefused(code);
        if (logger.IsEnabled(LogLevel.Debug))
            FrameRefused(logger, connection.Id, code);
        if (reason is { } end && options.InvalidMessages == SockJSErrorPolicy.Close)
            connection.Close(end);
    }

    /// <summary>Logs an exception of a message handler and does what the options say, unless it only says that the connection is closed.</summary>
    /// <returns>Whether the handler gets no more messages.</returns>
    public bool HandlerFailed(SockJSConnection connection, Exception exception) => HandlerFailed(connection, exception, options.HandlerErrors);

    /// <summary>Logs an exception after which the handler cannot go on, and closes the connection.</summary>
    /// <returns>Whether the handler gets no more messages.</returns>
    public bool HandlerEnded(SockJSConnection connection, Exception exception) => HandlerFailed(connection, exception, SockJSErrorPolicy.Close);

    /// <summary>Says whether an exception tells of more than the end of the connection.</summary>
    public static bool IsFailure(SockJSConnection connection, Exception exception)
        // Either may also be about another connection, or a token of the handler's own.
        => !(exception is SockJSConnectionClosedException or OperationCanceledException && connection.Closed.IsCancellationRequested);

    private bool HandlerFailed(SockJSConnection connection, Exception exception, SockJSErrorPolicy policy)
    {
        if (!IsFailure(connection, exception))
            return false;
        HandlerFailed(logger, connection.Id, exception);
        var reason = new SockJSCloseReason(SockJSCloseKind.HandlerFailed, SockJSCloseCodes.HandlerFailed, "Internal error");
        Apply(policy, connection, exception, "internal_error", reason.Reason, reason);
        return policy == SockJSErrorPolicy.Close;
    }

    private void Apply(
        SockJSErrorPolicy policy, SockJSConnection connection, Exception exception, string code, string text, SockJSCloseReason reason)
    {
        if (policy == SockJSErrorPolicy.Ignore)
            return;
        if (options.DetailedErrors)
            text = exception.Message;
        if (policy == SockJSErrorPolicy.Close)
            connection.Close(reason with { Reason = Truncate(text) });
        else
            ErrorMessage.TrySend(connection, code, text);
    }

    private static string Truncate(string text)
    {
        var length = Math.Min(text.Length, SockJSCloseReason.MaxReasonBytes);
        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > SockJSCloseReason.MaxReasonBytes)
            length--;
        return length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    [LoggerMessage(1, LogLevel.Error, "The handler of session {SessionId} failed.", EventName = "HandlerFailed")]
    private static partial void HandlerFailed(ILogger logger, string sessionId, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "A message of session {SessionId} was refused: {Problem}", EventName = "MessageRefused")]
    private static partial void MessageRefused(ILogger logger, string sessionId, string problem);

    [LoggerMessage(3, LogLevel.Debug, "A frame of the multiplexed session {SessionId} was refused: {Problem}", EventName = "FrameRefused", SkipEnabledCheck = true)]
    private static partial void FrameRefused(ILogger logger, string sessionId, string problem);
}
