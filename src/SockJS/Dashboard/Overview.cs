namespace SockJS.Dashboard;

/// <summary>The message that all pages get each second.</summary>
/// <param name="Type">Which message it is.</param>
/// <param name="At">When it was taken, in milliseconds since 1970.</param>
/// <param name="Endpoints">The endpoints.</param>
internal sealed record Overview(string Type, long At, IReadOnlyList<EndpointRow> Endpoints);
