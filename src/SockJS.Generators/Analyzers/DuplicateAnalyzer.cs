using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds annotated classes of a compilation that take each other's place.</summary>
/// <param name="attribute">The full name of the attribute.</param>
/// <param name="rule">What is reported: the name, the later class, the first class.</param>
internal abstract class DuplicateAnalyzer<TKey>(string attribute, DiagnosticDescriptor rule) : DiagnosticAnalyzer
    where TKey : notnull
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(attribute) is null)
                return;

            var classes = new ConcurrentBag<PlacedClass>();
            start.RegisterSymbolAction(symbol => Collect(symbol, classes), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Analyze(classes, end.ReportDiagnostic));
        });
    }

    /// <summary>Reads what a class must not share with another, and what that is called in the report.</summary>
    /// <returns><see langword="false"/> where the class is no valid one.</returns>
    protected abstract bool TryParse(INamedTypeSymbol type, CancellationToken cancellationToken, out TKey key, out string name);

    private void Collect(SymbolAnalysisContext context, ConcurrentBag<PlacedClass> classes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.FindAttribute(attribute) is { } found && TryParse(type, context.CancellationToken, out var key, out var name))
            classes.Add(new PlacedClass(type.ToDisplayString(), key, name, Locations.FirstArgument(found, context.CancellationToken)));
    }

    private void Analyze(ConcurrentBag<PlacedClass> classes, Action<Diagnostic> report)
    {
        var inOrder = classes
            .OrderBy(one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(one => one.Location.SourceSpan.Start);
        foreach (var group in inOrder.GroupBy(one => one.Key))
        {
            var first = group.First();
            foreach (var later in group.Skip(1))
                report(Diagnostic.Create(rule, later.Location, later.Name, later.Type, first.Type));
        }
    }

    private sealed record PlacedClass(string Type, TKey Key, string Name, Location Location);
}
