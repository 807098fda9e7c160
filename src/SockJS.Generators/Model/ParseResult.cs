namespace SockJS.Generators.Model;

/// <summary>What an annotated class amounts to: a model, or nothing while it has errors.</summary>
internal sealed record ParseResult(EndpointModel? Endpoint);
