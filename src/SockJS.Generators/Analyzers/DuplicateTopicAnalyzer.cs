using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds channels of one topic that belong to one endpoint, or that are all added by the application.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateTopicAnalyzer() : DuplicateAnalyzer<ChannelModel>(KnownNames.ChannelAttribute, Rules.DuplicateTopic)
{
    protected override bool TryParse(INamedTypeSymbol type, CancellationToken cancellationToken, out ChannelModel key, out string name)
    {
        key = ChannelParser.TryParse(type, report: null, cancellationToken)!;
        name = key?.Topic ?? "";
        return key is not null;
    }
}
