using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds channels of one topic that belong to one endpoint, or that are all added by the application.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateTopicAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DuplicateTopic];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.ChannelAttribute) is null)
                return;

            var channels = new ConcurrentBag<PlacedChannel>();
            start.RegisterSymbolAction(symbol => Collect(symbol, channels), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Analyze(channels, end.ReportDiagnostic));
        });
    }

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<PlacedChannel> channels)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (ChannelParser.TryParse(type, report: null, context.CancellationToken) is { } channel
            && type.FindAttribute(KnownNames.ChannelAttribute) is { } attribute)
        {
            channels.Add(new PlacedChannel(type.ToDisplayString(), channel, Locations.FirstArgument(attribute, context.CancellationToken)));
        }
    }

    private static void Analyze(ConcurrentBag<PlacedChannel> channels, Action<Diagnostic> report)
    {
        var inOrder = channels
            .OrderBy(channel => channel.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(channel => channel.Location.SourceSpan.Start);
        foreach (var group in inOrder.GroupBy(channel => channel.Model))
        {
            var first = group.First();
            foreach (var later in group.Skip(1))
                report(Diagnostic.Create(Rules.DuplicateTopic, later.Location, later.Model.Topic, later.Type, first.Type));
        }
    }

    private sealed record PlacedChannel(string Type, ChannelModel Model, Location Location);
}
