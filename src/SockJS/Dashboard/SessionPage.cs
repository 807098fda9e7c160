namespace SockJS.Dashboard;

/// <summary>The message with the sessions and the groups of an endpoint, as many as fit.</summary>
/// <param name="Type">Which message it is.</param>
/// <param name="Endpoint">The id of the endpoint.</param>
/// <param name="Filter">What the sessions have in common.</param>
/// <param name="Page">Which page it is, from 0.</param>
/// <param name="PageSize">How many sessions a page has at most.</param>
/// <param name="Matching">How many sessions the filter lets through.</param>
/// <param name="Sessions">Those of this page.</param>
/// <param name="GroupCount">How many groups there are.</param>
/// <param name="Groups">The largest of them.</param>
internal sealed record SessionPage(
    string Type,
    int Endpoint,
    string Filter,
    int Page,
    int PageSize,
    int Matching,
    IReadOnlyList<SessionRow> Sessions,
    int GroupCount,
    IReadOnlyList<CountRow> Groups);
