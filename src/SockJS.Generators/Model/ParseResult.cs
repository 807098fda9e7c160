namespace SockJS.Generators.Model;

/// <summary>What an annotated class amounts to: a model, or nothing while it has errors.</summary>
/// <param name="Class">The model.</param>
/// <param name="Kind">What the attribute says it is.</param>
internal sealed record ParseResult(ClassModel? Class, AnnotationKind Kind);
