using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SockJS.Diagnostics;

namespace SockJS.Hosting;

/// <summary>Refuses the requests of pages that may not use an endpoint, and tells the log.</summary>
/// <param name="prefix">The prefix of the endpoint.</param>
/// <param name="origins">Which pages may.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class OriginGate(string prefix, OriginPolicy origins, TimeProvider time, ILogger logger)
{
    // How often the log is told of origins that are refused.
    private readonly WarningAllowance _lines = new(time);

    /// <summary>Says whether a request may pass; where it may not, notes that and leaves the answer to the caller.</summary>
    public bool Lets(HttpContext http)
    {
        if (origins.Allows(http.Request))
            return true;
        Log(http.Request.Headers.Origin.ToString());
        http.Response.Headers.Vary = HeaderNames.Origin;
        return false;
    }

    private void Log(string origin)
    {
        if (_lines.TryTake())
            OriginRefused(logger, prefix, LoggedText.Of(origin));
        else if (logger.IsEnabled(LogLevel.Debug))
            FurtherOriginRefused(logger, prefix, LoggedText.Of(origin));
    }

    [LoggerMessage(1, LogLevel.Information, "A request to {Prefix} from a page of \"{Origin}\" was refused: the origin is not allowed.", EventName = "OriginRefused")]
    private static partial void OriginRefused(ILogger logger, string prefix, string origin);

    [LoggerMessage(3, LogLevel.Debug, "A further request to {Prefix} from a page of \"{Origin}\" was refused.", EventName = "FurtherOriginRefused", SkipEnabledCheck = true)]
    private static partial void FurtherOriginRefused(ILogger logger, string prefix, string origin);
}
