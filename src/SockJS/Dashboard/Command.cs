namespace SockJS.Dashboard;

/// <summary>What a page asks for.</summary>
internal abstract record Command;

/// <summary>Shows the sessions of an endpoint; <see langword="null"/> none any more.</summary>
internal sealed record WatchCommand(Selection? Selection) : Command;

/// <summary>Closes a session.</summary>
internal sealed record CloseCommand(int Endpoint, string Session, int Code, string Reason) : Command;
