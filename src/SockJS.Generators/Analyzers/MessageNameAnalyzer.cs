using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Checks the names of messages, and of the JSON members that hold them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MessageNameAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DuplicateName, Rules.InvalidName, Rules.ReplyWithoutResult];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        var parser = context.Parse();
        ShapeParser.TryParse(parser);
        HandlerParser.TryParseAll(parser);
    }
}
