using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.Dashboard;

/// <summary>Makes pages of the sessions of an endpoint, the newest first. Text that others have chosen is cut, so that a message has a bound.</summary>
internal sealed class SessionReader(EndpointDirectory directory)
{
    public const int PageSize = 100;
    public const int ShownGroups = 100;

    private const int GroupsOfSession = 5;
    private const int MaxNameLength = 100;

    // Each connection may have many, and this is done every second.
    private const int VisitedGroups = 10_000;

    /// <returns><see langword="null"/> where there is no such endpoint.</returns>
    public SessionPage? Read(Selection selection)
    {
        if (directory.Find(selection.Endpoint) is not { } table)
            return null;
        var matching = table.Where(connection => Matches(connection, selection.Filter)).Cast<Session>().ToList();
        var page = Math.Min(selection.Page, Math.Max(0, (matching.Count - 1) / PageSize));
        var groups = table.Context.Groups;
        return new SessionPage(
            "sessions",
            selection.Endpoint,
            selection.Filter,
            page,
            PageSize,
            matching.Count,
            [.. matching.OrderByDescending(static one => one.Opened).Skip(page * PageSize).Take(PageSize).Select(RowOf)],
            groups?.Count ?? 0,
            [.. (groups?.Counts ?? []).Take(VisitedGroups).OrderByDescending(static one => one.Members).ThenBy(static one => one.Name, StringComparer.Ordinal)
                .Take(ShownGroups).Select(static one => new CountRow(Cut(one.Name), one.Members))]);
    }

    // An id that nobody has asked for yet is not made to be compared: the page has not shown it.
    private static bool Matches(SockJSConnection connection, string filter)
    {
        if (filter.Length == 0)
            return true;
        var session = (Session)connection;
        return Contains(session.KnownId, filter)
            || Contains(session.UserId, filter)
            || Contains(TransportNames.Of(session.Transport), filter)
            || session.Groups.Any(group => Contains(group, filter));
    }

    private static bool Contains(string? text, string filter) => text is not null && text.Contains(filter, StringComparison.OrdinalIgnoreCase);

    private static SessionRow RowOf(Session session)
    {
        var groups = session.Groups;
        return new SessionRow(
            session.Id,
            session.UserId is { } user ? Cut(user) : null,
            TransportNames.Of(session.Transport),
            session.Opened.ToUnixTimeMilliseconds(),
            session.QueuedBytes,
            [.. groups.Order(StringComparer.Ordinal).Take(GroupsOfSession).Select(Cut)],
            Math.Max(0, groups.Count - GroupsOfSession));
    }

    private static string Cut(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "…";
}
