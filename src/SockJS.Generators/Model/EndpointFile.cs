namespace SockJS.Generators.Model;

/// <summary>An endpoint and the name of the file that is emitted for it.</summary>
internal sealed record EndpointFile(string HintName, EndpointModel Endpoint);
