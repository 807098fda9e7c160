using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the name under which the result of a handler is sent.</summary>
internal static class ReplyParser
{
    private const string Reply = nameof(Reply);

    /// <summary>Adds the name to the result; <see langword="null"/> if it cannot be sent under it.</summary>
    public static ResultModel? TryAddName(ResultModel result, IMethodSymbol method, AttributeData attribute, ParserContext context)
    {
        if (attribute.FindNamedArgument(Reply) is not { } argument || argument.IsNull)
            return result;
        if (argument.Value is not string name)
            return null;
        if (string.IsNullOrWhiteSpace(name))
        {
            var value = Locations.NamedArgument(attribute, Reply, context.CancellationToken);
            context.Report(Rules.InvalidName, value, "reply name", method.Name, "is empty");
            return null;
        }

        if (!result.IsValue)
        {
            context.Report(Rules.ReplyWithoutResult, Locations.Assignment(attribute, Reply, context.CancellationToken), method.Name, name);
            return result;
        }

        return CheckShape(method, context) ? result with { Kind = ResultKind.Value, Reply = name } : null;
    }

    private static bool CheckShape(IMethodSymbol method, ParserContext context)
    {
        var type = HandlerResultParser.SentType(method);
        if (!context.IsFlat || !JsonKinds.IsNoObject(type))
            return true;

        context.Report(
            Rules.FlatPayload, Locations.ReturnType(method, context.CancellationToken), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return false;
    }
}
