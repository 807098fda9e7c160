using Microsoft.CodeAnalysis;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>The rules for handlers of an endpoint, whose messages may have names.</summary>
internal sealed class EndpointHandlerParser : HandlerParser
{
    private protected override bool TryParseName(IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context, out string? name)
        => MessageNameParser.TryParse(method, attribute, context, out name);

    private protected override (EquatableArray<ArgumentModel> Arguments, EquatableArray<PayloadModel> Payloads)? TryParseParameters(
        IMethodSymbol method, HandlerKind kind, string? name, ParserContext context)
        => EndpointParameterParser.TryParseAll(method, kind, isNamed: name is not null, context);

    private protected override ResultModel? TryParseResult(
        ResultModel result, IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context)
        => ReplyParser.TryAddName(result, method, attribute, context);

    private protected override bool IsComparable(AttributeData attribute, HandlerKind kind) => MessageNameParser.IsReadable(attribute);
}
