using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.Sessions;

/// <summary>Logs that sessions are refused: that it happens, once a minute for each reason; each by itself at a level for debugging, as clients can cause as many as they like.</summary>
internal sealed partial class RefusalLog(ILogger logger, string prefix, TimeProvider time)
{
    private readonly WarningAllowance[] _news =
        [.. Enumerable.Range(0, (int)SessionRefusal.Manager + 1).Select(_ => new WarningAllowance(time, perMinute: 1))];

    public void Refused(SessionRefusal refusal)
    {
        if (_news[(int)refusal].TryTake())
            SessionsRefused(logger, prefix, refusal);
        SessionRefused(logger, prefix, refusal);
    }

    public void AdmissionFailed(Exception exception) => SessionAdmissionFailed(logger, prefix, exception);

    [LoggerMessage(21, LogLevel.Information, "Sessions of {Prefix} are refused: {Refusal}. This is not said again for a minute.", EventName = "SessionsRefused")]
    private static partial void SessionsRefused(ILogger logger, string prefix, SessionRefusal refusal);

    [LoggerMessage(22, LogLevel.Debug, "A session of {Prefix} was refused: {Refusal}.", EventName = "SessionRefused")]
    private static partial void SessionRefused(ILogger logger, string prefix, SessionRefusal refusal);

    [LoggerMessage(23, LogLevel.Error, "The session manager of {Prefix} failed to decide on a session.", EventName = "SessionAdmissionFailed")]
    private static partial void SessionAdmissionFailed(ILogger logger, string prefix, Exception exception);
}
