namespace SockJS.Dashboard;

/// <summary>A session, as the page shows it.</summary>
/// <param name="Id">The id that the server made.</param>
/// <param name="User">The stable name of its user.</param>
/// <param name="Transport">The transport at present.</param>
/// <param name="Since">When it was opened, in milliseconds since 1970.</param>
/// <param name="QueuedBytes">What waits for its client.</param>
/// <param name="Groups">The first of its groups.</param>
/// <param name="MoreGroups">How many groups there are besides.</param>
internal sealed record SessionRow(string Id, string? User, string Transport, long Since, int QueuedBytes, IReadOnlyList<string> Groups, int MoreGroups);
