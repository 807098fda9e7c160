using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that a channel has a proper topic and is nothing else besides.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ChannelAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidTopic, Rules.EndpointAndChannel];

    protected override void Analyze(INamedTypeSymbol endpoint, EndpointAnalysisContext context)
    {
        ChannelParser.TryParse(endpoint, context.ReportDiagnostic, context.CancellationToken);
        if (endpoint.HasAttribute(KnownNames.EndpointAttribute) && endpoint.FindAttribute(KnownNames.ChannelAttribute) is { } channel)
            context.ReportDiagnostic(Diagnostic.Create(Rules.EndpointAndChannel, Locations.Attribute(channel, context.CancellationToken), endpoint.Name));
    }
}
