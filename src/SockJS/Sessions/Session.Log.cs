using Microsoft.Extensions.Logging;

namespace SockJS.Sessions;

internal sealed partial class Session
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

        [LoggerMessage(1, LogLevel.Debug, "Session {SessionId} opened over {Transport}.", EventName = "SessionOpened", SkipEnabledCheck = true)]
        private static partial void SessionOpened(ILogger logger, string sessionId, SockJSTransports transport);

        [LoggerMessage(2, LogLevel.Debug, "Session {SessionId} over {Transport} ended: {CloseKind}, code {CloseCode}.", EventName = "SessionEnded", SkipEnabledCheck = true)]
        private static partial void SessionEnded(ILogger logger, string sessionId, SockJSTransports transport, SockJSCloseKind closeKind, int closeCode);

        [LoggerMessage(3, LogLevel.Debug, "A write to session {SessionId} over {Transport} failed.", EventName = "SessionWriteFailed", SkipEnabledCheck = true)]
        private static partial void SessionWriteFailed(ILogger logger, string sessionId, SockJSTransports transport, Exception exception);
    }
}
