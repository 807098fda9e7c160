using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each namespace class by itself.</summary>
internal abstract class NamespaceAnalyzer() : ClassAnalyzer(static type => type.FindAttribute(KnownNames.NamespaceAttribute));
