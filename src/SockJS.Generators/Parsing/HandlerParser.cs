using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the handlers of an endpoint.</summary>
internal static class HandlerParser
{
    /// <summary>Reads all handlers; <see langword="null"/> if one of them has an error.</summary>
    public static EquatableArray<HandlerModel>? TryParseAll(ParserContext context)
    {
        var handlers = new List<HandlerModel>();
        var isValid = true;
        foreach (var kind in ClassKind.Endpoint.Handlers)
        {
            var methods = HandlerFinder.FindAll(context.Class, kind);
            isValid &= CheckDistinct(methods, kind, context);
            foreach (var (method, attribute) in methods)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (TryParse(method, attribute, kind, context) is { } handler)
                {
                    handlers.Add(handler);
                    context.Warnings.AddFrom(method);
                }
                else
                {
                    isValid = false;
                }
            }
        }

        return isValid ? handlers.ToEquatableArray() : null;
    }

    private static HandlerModel? TryParse(IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context)
    {
        if (HandlerMethodParser.FindProblem(method, context) is { } problem)
        {
            context.Report(Rules.UnsupportedMethod, Locations.Identifier(method), method.Name, problem);
            return null;
        }

        var hasName = MessageNameParser.TryParse(method, attribute, context, out var message);
        var parameters = HandlerParameterParser.TryParseAll(method, kind, isNamed: message is not null, context);
        var result = HandlerResultParser.TryParse(method, kind, context);
        if (result is not null)
            result = ReplyParser.TryAddName(result, method, attribute, context);
        if (!hasName || parameters is null || result is null)
            return null;

        return new HandlerModel
        {
            Kind = kind,
            Method = CSharpText.Identifier(method.Name),
            Message = message,
            Arguments = parameters.Value.Arguments,
            Payloads = parameters.Value.Payloads,
            Result = result,
        };
    }

    // Names are compared as JSON compares them: letter by letter.
    private static bool CheckDistinct(
        IReadOnlyList<(IMethodSymbol Method, AttributeData Attribute)> methods, HandlerKind kind, ParserContext context)
    {
        var isValid = true;
        var named = methods.Where(one => MessageNameParser.IsReadable(one.Attribute) && HandlerMethodParser.FindProblem(one.Method, context) is null);
        foreach (var group in named.GroupBy(one => MessageNameParser.NameOf(one.Attribute), StringComparer.Ordinal))
        {
            var first = group.First().Method;
            foreach (var (later, attribute) in group.Skip(1))
            {
                isValid = false;
                if (group.Key is { } name)
                    context.Report(Rules.DuplicateName, Locations.FirstArgument(attribute, context.CancellationToken), later.Name, name, first.Name);
                else
                    context.Report(Rules.SeveralHandlers, Locations.Identifier(later), context.Class.Name, Describe(kind), first.Name);
            }
        }

        return isValid;
    }

    private static string Describe(HandlerKind kind)
        => $"{HandlerFinder.NameOf(kind)} method{(kind == HandlerKind.Message ? " without a name" : "")}";
}
