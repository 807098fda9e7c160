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

/// <summary>What an analyzer sees of one class. The parsers report all that is wrong with it; this lets through what the analyzer is for.</summary>
internal sealed class ClassAnalysisContext(
    SymbolAnalysisContext context, ImmutableArray<DiagnosticDescriptor> rules, ConcurrentDictionary<(string Id, Location Place, string Message), bool> reported)
{
    public Compilation Compilation => context.Compilation;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => Report(diagnostic, Locations.Identifier(context.Symbol));

    /// <summary>Makes the context of a parser.</summary>
    public ParserContext Parse() => Parse(Locations.Identifier(context.Symbol));

    /// <summary>Makes the context of a parser of the client interface. What is wrong with one of another assembly is reported where it is named.</summary>
    public ParserContext ParseClient()
        => Parse(context.Symbol.FindAnnotation() is { } attribute
            ? ClientParser.Place(attribute, CancellationToken)
            : Locations.Identifier(context.Symbol));

    private ParserContext Parse(Location elsewhere)
        => new((INamedTypeSymbol)context.Symbol, Compilation, diagnostic => Report(diagnostic, elsewhere), CancellationToken);

    private void Report(Diagnostic diagnostic, Location elsewhere)
    {
        if (!rules.Any(rule => rule.Id.Equals(diagnostic.Id, StringComparison.Ordinal)))
            return;

        var isHere = diagnostic.Location.SourceTree is { } tree && Compilation.ContainsSyntaxTree(tree);
        var found = isHere ? diagnostic : Move(diagnostic, elsewhere);
        // Classes share base classes and client interfaces, and with them what is wrong there.
        if (reported.TryAdd((found.Id, found.Location, found.GetMessage()), true))
            context.ReportDiagnostic(found);
    }

    private static Diagnostic Move(Diagnostic diagnostic, Location place)
    {
        var rule = diagnostic.Descriptor;
        return Diagnostic.Create(
            rule.Id,
            rule.Category,
            diagnostic.GetMessage(),
            diagnostic.Severity,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            diagnostic.WarningLevel,
            rule.Title,
            rule.Description,
            rule.HelpLinkUri,
            place,
            customTags: rule.CustomTags);
    }
}
