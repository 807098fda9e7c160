using Microsoft.AspNetCore.Http;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The way down over HTTP: a GET that is answered when there is something to say.</summary>
internal static class Poll
{
    // The packet by which a client changes to a socket may come right behind its next poll.
    private static readonly TimeSpan s_overtaking = TimeSpan.FromMilliseconds(100);

    // One that polls while it probes changes only when it has this answer, and until then sends nothing else.
    private static readonly TimeSpan s_overtakingPolls = TimeSpan.FromMilliseconds(10);

    /// <summary>Answers a poll of a session, or the request that has opened it.</summary>
    public static async Task RunAsync(HttpContext http, EngineSession session, EngineSessionContext context)
    {
        if (session.WaitForDecisionAsync() is { IsCompleted: false } decision)
        {
            var patience = session.HasPolled ? s_overtakingPolls : s_overtaking;
            await Task.WhenAny(decision, Task.Delay(patience, context.Time, http.RequestAborted)).ConfigureAwait(false);
        }

        var sink = new PollSink(http, session, context.Options.MaxPacketsPerPoll);
        while (!http.RequestAborted.IsCancellationRequested)
        {
            switch (session.Attach(sink, http.User, out var occupant))
            {
                case AttachResult.Attached:
                    await StayAsync(http, sink).ConfigureAwait(false);
                    return;
                case AttachResult.BeingAnswered:
                    // A client that has its answer may be back before the server knows that it has sent it.
                    await occupant.ConfigureAwait(false);
                    break;
                case AttachResult.Gone:
                    await ErrorResponse.WriteAsync(http, EngineError.SessionUnknown).ConfigureAwait(false);
                    return;
                case AttachResult.Occupied:
                    session.Break(CloseReasons.TransportError);
                    await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
                    return;
                default:
                    await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
                    return;
            }
        }

        session.Break(CloseReasons.TransportError);
    }

    private static async Task StayAsync(HttpContext http, PollSink sink)
    {
        if (sink.Ended.IsCompleted)
            return;
        // Registered after the attachment: a connection that is gone already ends the session right here.
        using var aborted = http.RequestAborted.UnsafeRegister(static sink => ((PollSink)sink!).Lose(), sink);
        await sink.Ended.ConfigureAwait(false);
    }
}
