using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks that a channel has a proper topic, and that a class is only one of what it can be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ChannelAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.InvalidTopic, Rules.EndpointAndChannel];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        ChannelParser.TryParse(endpoint, context.ReportDiagnostic, context.CancellationToken);
        if (endpoint.HasAttribute(KnownNames.EndpointAttribute) && endpoint.FindAttribute(KnownNames.ChannelAttribute) is { } channel)
            Report(channel, endpoint, "an endpoint", "a channel", context);
        if (endpoint.FindAttribute(KnownNames.NamespaceAttribute) is not { } socket)
            return;
        if (endpoint.HasAttribute(KnownNames.EndpointAttribute))
            Report(socket, endpoint, "an endpoint", "a namespace", context);
        else if (endpoint.HasAttribute(KnownNames.ChannelAttribute))
            Report(socket, endpoint, "a channel", "a namespace", context);
    }

    private static void Report(AttributeData second, INamedTypeSymbol type, string first, string other, ClassAnalysisContext context)
        => context.ReportDiagnostic(Diagnostic.Create(Rules.EndpointAndChannel, Locations.Attribute(second, context.CancellationToken), type.Name, first, other));
}
