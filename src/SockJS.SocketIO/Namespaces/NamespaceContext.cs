using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.SocketIO.Namespaces;

/// <summary>What the namespaces of an endpoint share.</summary>
/// <param name="Options">The settings of the endpoint.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Hears of what fails.</param>
/// <param name="Backplane">What takes messages to other servers.</param>
/// <param name="Path">The path of the endpoint, with which the names of its namespaces begin where servers speak of them.</param>
internal sealed record NamespaceContext(SocketIOOptions Options, TimeProvider Time, ILogger Logger, IBackplane Backplane, string Path)
{
    /// <summary>Gets where the endpoint counts.</summary>
    public SockJSMetrics? Metrics { get; init; }
}
