namespace SockJS.Dashboard;

/// <summary>How many there are of something: connections of a transport, or members of a group.</summary>
internal sealed record CountRow(string Name, long Count);
