using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;
using SockJS.SocketIO.Protocol;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds namespaces of one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateNamespaceAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DuplicateNamespace];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.NamespaceAttribute) is null)
                return;

            var namespaces = new ConcurrentBag<PlacedNamespace>();
            start.RegisterSymbolAction(symbol => Collect(symbol, namespaces), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Analyze(namespaces, end.ReportDiagnostic));
        });
    }

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<PlacedNamespace> namespaces)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NamespaceNameParser.TryParse(type, report: null, context.CancellationToken) is { } name
            && type.FindAttribute(KnownNames.NamespaceAttribute) is { } attribute)
        {
            namespaces.Add(new PlacedNamespace(type.ToDisplayString(), name, Locations.FirstArgument(attribute, context.CancellationToken)));
        }
    }

    private static void Analyze(ConcurrentBag<PlacedNamespace> namespaces, Action<Diagnostic> report)
    {
        var inOrder = namespaces
            .OrderBy(one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(one => one.Location.SourceSpan.Start);
        foreach (var group in inOrder.GroupBy(one => Shape(one.Name), StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var later in group.Skip(1))
                report(Diagnostic.Create(Rules.DuplicateNamespace, later.Location, later.Name, later.Type, first.Type));
        }
    }

    // What its values are called makes no other pattern.
    private static string Shape(string name)
        => NamespaceName.ParametersOf(name).Aggregate(name, static (shape, parameter) => shape.Replace($"{{{parameter}}}", "{}"));

    private sealed record PlacedNamespace(string Type, string Name, Location Location);
}
