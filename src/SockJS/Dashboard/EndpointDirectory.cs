using SockJS.Groups;
using SockJS.Sessions;

namespace SockJS.Dashboard;

/// <summary>The endpoints that the page shows: those of the application, by the place in which they were mapped, and none of the library's own.</summary>
internal sealed class EndpointDirectory(SessionRegistry registry, ClientRegistry clients)
{
    public IEnumerable<(int Id, SessionTable Sessions)> All
        => registry.Tables.Select(static (table, id) => (id, table)).Where(static one => !one.table.Context.IsInternal);

    public SessionTable? Find(int id)
        => id >= 0 && id < registry.Tables.Count && registry.Tables[id] is { Context.IsInternal: false } table ? table : null;

    /// <summary>Returns the groups of an endpoint. A class that is mapped several times has the same at each prefix.</summary>
    public GroupTable<SockJSConnection> GroupsOf(SessionTable table)
        => (table.Context.EndpointType is { } type ? clients.Of(type) : clients.Of(table.Context.Endpoint)).Groups;
}
