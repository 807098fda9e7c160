using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>A type that travels as JSON, and where an endpoint says so.</summary>
/// <param name="Type">The type.</param>
/// <param name="Location">Its name in a handler or in the client interface; the endpoint itself if these are in another assembly.</param>
internal readonly record struct PayloadType(ITypeSymbol Type, Location Location);
