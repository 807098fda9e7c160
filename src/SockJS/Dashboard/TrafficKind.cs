namespace SockJS.Dashboard;

/// <summary>What is counted of an endpoint while somebody watches.</summary>
internal enum TrafficKind
{
    MessagesIn,
    BytesIn,
    MessagesOut,
    BytesOut,
    Dropped,
    Refused,
    Limited,
    Fallbacks,
}
