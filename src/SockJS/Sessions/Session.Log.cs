using Microsoft.Extensions.Logging;

namespace SockJS.Sessions;

internal abstract partial class Session
{
    private static partial class Log
    {
        public static void Opened(Session session)
        {
            var logger = session._context.Logger;
            if (logger.IsEnabled(LogLevel.Debug))
                SessionOpened(logger, session.Id, session.Transport);
        }

        public static void Ended(Session session)
        {
            var logger = session._context.Logger;
            if (logger.IsEnabled(LogLevel.Debug))
                SessionEnded(logger, session.Id, session.Transport, session.CloseReason.Kind, session.CloseReason.Code);
        }

        public static void WriteFailed(Session session, Exception exception)
        {
            var logger = session._context.Logger;
            if (logger.IsEnabled(LogLevel.Debug))
                SessionWriteFailed(logger, session.Id, session.Transport, exception);
        }

        public static void ClosedCallbackFailed(Session session, Exception exception)
            => SessionClosedCallbackFailed(session._context.Logger, session.Id, exception);

        public static void MessagesLimited(Session session)
        {
            var logger = session._context.Logger;
            if (logger.IsEnabled(LogLevel.Information))
                SessionMessagesLimited(logger, session.Id, session.Transport, session._context.Options.MessageLimitPolicy);
        }

        public static void LimiterFailed(Session session, Exception exception) => SessionLimiterFailed(session._context.Logger, session.Id, exception);

        [LoggerMessage(1, LogLevel.Debug, "Session {SessionId} opened over {Transport}.", EventName = "SessionOpened", SkipEnabledCheck = true)]
        private static partial void SessionOpened(ILogger logger, string sessionId, SockJSTransports transport);

        [LoggerMessage(2, LogLevel.Debug, "Session {SessionId} over {Transport} ended: {CloseKind}, code {CloseCode}.", EventName = "SessionEnded", SkipEnabledCheck = true)]
        private static partial void SessionEnded(ILogger logger, string sessionId, SockJSTransports transport, SockJSCloseKind closeKind, int closeCode);

        [LoggerMessage(10, LogLevel.Information, "Session {SessionId} over {Transport} sends more messages than it may; the policy is {Policy}.", EventName = "SessionMessagesLimited", SkipEnabledCheck = true)]
        private static partial void SessionMessagesLimited(ILogger logger, string sessionId, SockJSTransports transport, MessageLimitPolicy policy);

        [LoggerMessage(11, LogLevel.Error, "The limiter of messages failed for session {SessionId}.", EventName = "SessionLimiterFailed")]
        private static partial void SessionLimiterFailed(ILogger logger, string sessionId, Exception exception);

        [LoggerMessage(5, LogLevel.Error, "A callback of the application to the end of session {SessionId} failed.", EventName = "SessionClosedCallbackFailed")]
        private static partial void SessionClosedCallbackFailed(ILogger logger, string sessionId, Exception exception);

        [LoggerMessage(3, LogLevel.Debug, "A write to session {SessionId} over {Transport} failed.", EventName = "SessionWriteFailed", SkipEnabledCheck = true)]
        private static partial void SessionWriteFailed(ILogger logger, string sessionId, SockJSTransports transport, Exception exception);
    }
}
