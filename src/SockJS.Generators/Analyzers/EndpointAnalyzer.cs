using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each endpoint class by itself, and at each channel class, which is one in all but its place.</summary>
internal abstract class EndpointAnalyzer() : ClassAnalyzer(static type => ClassKind.Of(type) == ClassKind.Endpoint ? type.FindAnnotation() : null);
