using System;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>What the parsers of one class share.</summary>
/// <param name="type">The annotated class.</param>
/// <param name="compilation">The assembly.</param>
/// <param name="report">Takes what is wrong with the class; the generator leaves that to the analyzers.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class ParserContext(INamedTypeSymbol type, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken)
{
    public INamedTypeSymbol Class => type;

    public ClassKind Kind { get; } = ClassKind.Of(type);

    public Compilation Compilation => compilation;

    public CancellationToken CancellationToken => cancellationToken;

    public AttributeData? Attribute { get; } = type.FindAnnotation();

    public WarningIds Warnings { get; } = new();

    /// <summary>Gets a value indicating whether payloads are JSON objects without exception.</summary>
    public bool IsFlat => Attribute is not null && ShapeParser.IsFlat(Attribute);

    public void Report(DiagnosticDescriptor rule, Location place, params object?[] arguments)
        => report?.Invoke(Diagnostic.Create(rule, place, arguments));
}
