using Microsoft.Extensions.Hosting;

namespace SockJS.Sessions;

/// <summary>Visits all sessions of all endpoints, those of each several times within the shortest span that any of them waits for.</summary>
internal sealed class SessionSweeper(SessionRegistry registry, TimeProvider time) : BackgroundService
{
    private const int VisitsPerSpan = 10;

    private static readonly TimeSpan s_longestPeriod = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_shortestPeriod = TimeSpan.FromMilliseconds(10);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The host takes a service that is cancelled before its thread has begun for one that failed: an application that is disposed of right
    // after its start, as tests do, would log that as critical.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAny(_begun.Task, ExecuteTask!).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _begun.SetResult();
        using var timer = new PeriodicTimer(s_longestPeriod, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            // Endpoints may be mapped while the application runs.
            if (Period() is var period && period != timer.Period)
                timer.Period = period;
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            foreach (var table in registry.Tables)
            {
                // Timers come a little early at times.
                if (table.IsDue(PeriodOf(table) - (timer.Period / 2)))
                    table.Sweep();
            }
        }
    }

    // An endpoint that is in a hurry does not make the sessions of the others be visited as often.
    private static TimeSpan PeriodOf(SessionTable table)
    {
        var wanted = table.Context.ShortestWait / VisitsPerSpan;
        return wanted > s_longestPeriod ? s_longestPeriod : wanted > s_shortestPeriod ? wanted : s_shortestPeriod;
    }

    private TimeSpan Period()
    {
        var period = s_longestPeriod;
        foreach (var table in registry.Tables)
        {
            if (PeriodOf(table) is var wanted && wanted < period)
                period = wanted;
        }

        return period;
    }
}
