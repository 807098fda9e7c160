namespace SockJS.Hosting;

/// <summary>Marks the routes of a SockJS endpoint.</summary>
/// <param name="prefix">The prefix of the endpoint.</param>
/// <param name="endpointType">The endpoint class; <see langword="null"/> where it was mapped with a delegate.</param>
public sealed class SockJSEndpointMetadata(string prefix, Type? endpointType)
{
    /// <summary>Gets the prefix of the endpoint, without that of a route group.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Gets the endpoint class; <see langword="null"/> where it was mapped with a delegate.</summary>
    public Type? EndpointType { get; } = endpointType;
}
