using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>What all transports that receive over an HTTP response do: find the session, attach to it, and stay until it lets go.</summary>
internal static class HttpReceiver
{
    // A client that drops its receiver and opens the next at once may overtake the news of the drop, by the more the busier the server is.
    private static readonly TimeSpan s_overtaking = TimeSpan.FromMilliseconds(500);

    private static readonly Frame s_interrupted = Frame.Close(SockJSCloseCodes.Interrupted, "Connection interrupted");
    private static readonly Frame s_anotherConnection = Frame.Close(SockJSCloseCodes.AnotherConnectionOpen, "Another connection still open");

    public static async Task RunAsync(HttpContext http, SessionTable sessions, SockJSTransports transport, FrameFormat format, int limit = 0)
    {
        var (session, refusal) = await SessionAccess.FindOrOpenAsync(http, sessions, transport).ConfigureAwait(false);
        if (session is null && refusal is null)
            return;
        await StartAsync(http, format, streaming: limit > 0).ConfigureAwait(false);
        var sink = new HttpFrameSink(http, transport, format, limit);
        if (refusal is { } frame)
            await sink.WriteAsync(frame).ConfigureAwait(false);
        for (bool waited = false, reopened = false; session is not null && !http.RequestAborted.IsCancellationRequested;)
        {
            switch (session.Attach(sink, http.User, out var occupant))
            {
                case AttachResult.Attached:
                    await StayAsync(http, session, sink).ConfigureAwait(false);
                    return;
                case AttachResult.Gone when reopened:
                    // The session manager ends what it has admitted, and would end the next one as well.
                    await sink.WriteAsync(s_interrupted).ConfigureAwait(false);
                    return;
                case AttachResult.Gone:
                    var gone = session;
                    (session, refusal) = await SessionAccess.FindOrOpenAsync(http, sessions, transport).ConfigureAwait(false);
                    // One that is being ended is found until it has been taken out.
                    reopened = !ReferenceEquals(session, gone);
                    // Where no stream has begun, the response says why there is none.
                    if (session is null && (refusal is not null || limit > 0))
                        await sink.WriteAsync(refusal ?? s_interrupted).ConfigureAwait(false);
                    break;
                case AttachResult.Occupied when waited:
                    await sink.WriteAsync(s_anotherConnection).ConfigureAwait(false);
                    return;
                default:
                    await Task.WhenAny(occupant, Task.Delay(s_overtaking, sessions.Context.Time, http.RequestAborted)).ConfigureAwait(false);
                    waited = true;
                    break;
            }
        }

        session?.LostUnopened();
    }

    private static async Task StartAsync(HttpContext http, FrameFormat format, bool streaming)
    {
        http.Response.ContentType = format.ContentType;
        if (!streaming)
            return;
        // nginx buffers responses unless told otherwise here.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.Body.WriteAsync(format.Prelude).ConfigureAwait(false);
    }

    private static async Task StayAsync(HttpContext http, Session session, HttpFrameSink sink)
    {
        if (sink.Ended.IsCompleted)
            return;
        // Registered after the attachment: a connection that is gone already ends the session right here.
        sink.Session = session;
        using var aborted = http.RequestAborted.UnsafeRegister(static sink => ((HttpFrameSink)sink!).Lose(), sink);
        await sink.Ended.ConfigureAwait(false);
    }
}
