using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>The rules for handlers of a namespace, of which those of events have a name.</summary>
internal sealed class NamespaceHandlerParser : HandlerParser
{
    private protected override bool TryParseName(IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context, out string? name)
    {
        name = null;
        return kind != HandlerKind.Event || EventNameParser.TryParse(method, attribute, context, out name);
    }

    private protected override (EquatableArray<ArgumentModel> Arguments, EquatableArray<PayloadModel> Payloads)? TryParseParameters(
        IMethodSymbol method, HandlerKind kind, string? name, ParserContext context)
        => NamespaceParameterParser.TryParseAll(method, kind, context);

    private protected override ResultModel? TryParseResult(
        ResultModel result, IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context)
    {
        if (kind != HandlerKind.Connect && result.IsValue && method.Parameters.FirstOrDefault(parameter => parameter.Type.IsNamed(KnownNames.Ack)) is { } ack)
        {
            context.Report(Rules.AckWithResult, Locations.Type(ack, context.CancellationToken), method.Name);
            return null;
        }

        // A text is JSON like anything else here.
        return result.Kind == ResultKind.Text ? result with { Kind = ResultKind.Value } : result;
    }

    private protected override bool IsComparable(AttributeData attribute, HandlerKind kind)
        => kind != HandlerKind.Event || EventNameParser.NameOf(attribute) is { Length: > 0 };
}
