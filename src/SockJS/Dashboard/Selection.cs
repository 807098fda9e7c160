namespace SockJS.Dashboard;

/// <summary>Which sessions a page wants to see. Pages that want the same are sent the same.</summary>
/// <param name="Endpoint">The id of the endpoint.</param>
/// <param name="Filter">What the id, the user, the transport or a group contains; empty for all sessions.</param>
/// <param name="Page">Which page of them, from 0.</param>
internal sealed record Selection(int Endpoint, string Filter, int Page);
