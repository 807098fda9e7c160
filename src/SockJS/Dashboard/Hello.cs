namespace SockJS.Dashboard;

/// <summary>The first message to a page: which process it looks at.</summary>
internal sealed record Hello(string Type, string Application, string Machine, int Process);
