using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Looks at all endpoints of the assembly together, in the order of their files and lines.</summary>
internal abstract class EndpointSetAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is null)
                return;

            var endpoints = new ConcurrentBag<PrefixedEndpoint>();
            start.RegisterSymbolAction(symbol => Collect(symbol, endpoints), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Analyze(InOrder(endpoints), end.ReportDiagnostic));
        });
    }

    protected abstract void Analyze(IReadOnlyList<PrefixedEndpoint> endpoints, Action<Diagnostic> report);

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<PrefixedEndpoint> endpoints)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (PrefixParser.TryParse(type, report: null, context.CancellationToken) is { } prefix
            && type.FindAttribute(KnownNames.EndpointAttribute) is { } attribute)
        {
            endpoints.Add(new PrefixedEndpoint(type.ToDisplayString(), prefix, Locations.FirstArgument(attribute, context.CancellationToken), IsChannel: false));
        }
        else if (ChannelParser.TryParse(type, report: null, context.CancellationToken) is { Endpoint: { } endpoint }
            && type.FindAttribute(KnownNames.ChannelAttribute) is { } channel)
        {
            endpoints.Add(new PrefixedEndpoint(type.ToDisplayString(), endpoint, ChannelParser.PlaceOfEndpoint(channel, context.CancellationToken), IsChannel: true));
        }
    }

    private static List<PrefixedEndpoint> InOrder(ConcurrentBag<PrefixedEndpoint> endpoints)
        => [.. endpoints
            .OrderBy(endpoint => endpoint.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.Location.SourceSpan.Start)];

    /// <summary>An endpoint with a valid prefix, or a channel that names one: those of one prefix share an endpoint.</summary>
    protected sealed record PrefixedEndpoint(string Type, string Prefix, Location Location, bool IsChannel);
}
