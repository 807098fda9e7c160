using SockJS.Sessions;

namespace SockJS.Dashboard;

/// <summary>The endpoints that the page shows: those of the application, by the place in which they were mapped, and none of the library's own.</summary>
internal sealed class EndpointDirectory(SessionRegistry registry)
{
    public IEnumerable<(int Id, SessionTable Sessions)> All
        => registry.Tables.Select(static (table, id) => (id, table)).Where(static one => !one.table.Context.IsInternal);

    public SessionTable? Find(int id)
        => id >= 0 && id < registry.Tables.Count && registry.Tables[id] is { Context.IsInternal: false } table ? table : null;
}
