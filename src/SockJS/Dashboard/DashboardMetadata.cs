namespace SockJS.Dashboard;

/// <summary>Marks the routes of a dashboard.</summary>
internal sealed class DashboardMetadata;
