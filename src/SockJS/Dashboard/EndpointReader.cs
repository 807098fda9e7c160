using SockJS.Sessions;

namespace SockJS.Dashboard;

/// <summary>Makes rows of endpoints. What is counted becomes a rate by comparison with the last time.</summary>
internal sealed class EndpointReader(EndpointDirectory directory, TrafficListener traffic, TimeProvider time)
{
    private readonly Dictionary<int, Sample> _last = [];

    public Overview Read()
        => new("overview", time.GetUtcNow().ToUnixTimeMilliseconds(), [.. directory.All.Select(one => RowOf(one.Id, one.Sessions))]);

    private EndpointRow RowOf(int id, SessionTable table)
    {
        var context = table.Context;
        var counts = traffic.Of(context.Endpoint);
        var now = Sample.Of(counts, time.GetTimestamp());
        var before = _last.GetValueOrDefault(id, now);
        _last[id] = now;
        var seconds = time.GetElapsedTime(before.At, now.At).TotalSeconds;
        return new EndpointRow
        {
            Id = id,
            Kind = context.Protocol,
            Prefix = context.Endpoint,
            Class = context.EndpointType is { } type ? type.FullName ?? type.Name : null,
            Sessions = table.Count,
            MaxSessions = table.Options.MaxSessions,
            Draining = table.IsDraining,
            Connections = [.. context.Metrics.Transports.Where(static one => one.Connections > 0).Select(static one => new CountRow(one.Name, one.Connections))],
            Groups = context.Groups?.Count ?? 0,
            QueuedBytes = table.QueuedBytes,
            MessagesIn = Rate(before.MessagesIn, now.MessagesIn, seconds),
            BytesIn = Rate(before.BytesIn, now.BytesIn, seconds),
            MessagesOut = Rate(before.MessagesOut, now.MessagesOut, seconds),
            BytesOut = Rate(before.BytesOut, now.BytesOut, seconds),
            Dropped = counts[TrafficKind.Dropped],
            Refused = counts[TrafficKind.Refused],
            Limited = counts[TrafficKind.Limited],
            Fallbacks = counts[TrafficKind.Fallbacks],
        };
    }

    private static double Rate(long before, long now, double seconds) => seconds > 0 ? Math.Round((now - before) / seconds, 1) : 0;

    private readonly record struct Sample(long At, long MessagesIn, long BytesIn, long MessagesOut, long BytesOut)
    {
        public static Sample Of(Traffic traffic, long at)
            => new(at, traffic[TrafficKind.MessagesIn], traffic[TrafficKind.BytesIn], traffic[TrafficKind.MessagesOut], traffic[TrafficKind.BytesOut]);
    }
}
