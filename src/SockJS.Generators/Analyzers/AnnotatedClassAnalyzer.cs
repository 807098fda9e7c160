using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at each annotated class by itself, by rules that hold for all of them.</summary>
internal abstract class AnnotatedClassAnalyzer() : ClassAnalyzer(static type => type.FindAnnotation());
