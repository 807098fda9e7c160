using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the handlers of a namespace.</summary>
internal static class NamespaceHandlerParser
{
    /// <summary>Reads all handlers; <see langword="null"/> if one of them has an error.</summary>
    public static EquatableArray<HandlerModel>? TryParseAll(ParserContext context)
    {
        var handlers = new List<HandlerModel>();
        var isValid = true;
        foreach (var kind in ClassKind.Namespace.Handlers)
        {
            var methods = HandlerFinder.FindAll(context.Class, kind);
            isValid &= kind == HandlerKind.Event ? CheckEvents(methods, context) : CheckSingle(methods, kind, context);
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

        string? name = null;
        var hasName = kind != HandlerKind.Event || EventNameParser.TryParse(method, attribute, context, out name);
        var parameters = NamespaceParameterParser.TryParseAll(method, kind, context);
        var result = NamespaceResultParser.TryParse(method, kind, context);
        if (!hasName || parameters is null || result is null)
            return null;

        return new HandlerModel
        {
            Kind = kind,
            Method = CSharpText.Identifier(method.Name),
            Message = name,
            Arguments = parameters.Value.Arguments,
            Payloads = parameters.Value.Payloads,
            Result = result,
        };
    }

    private static bool CheckEvents(IReadOnlyList<(IMethodSymbol Method, AttributeData Attribute)> methods, ParserContext context)
    {
        var isValid = true;
        var named = methods.Where(one => EventNameParser.NameOf(one.Attribute) is { Length: > 0 } && HandlerMethodParser.FindProblem(one.Method, context) is null);
        foreach (var group in named.GroupBy(one => EventNameParser.NameOf(one.Attribute), StringComparer.Ordinal))
        {
            foreach (var (later, attribute) in group.Skip(1))
            {
                isValid = false;
                context.Report(Rules.DuplicateEvent, Locations.FirstArgument(attribute, context.CancellationToken), later.Name, group.Key, group.First().Method.Name);
            }
        }

        return isValid;
    }

    private static bool CheckSingle(IReadOnlyList<(IMethodSymbol Method, AttributeData Attribute)> methods, HandlerKind kind, ParserContext context)
    {
        var callable = methods.Where(one => HandlerMethodParser.FindProblem(one.Method, context) is null).ToList();
        foreach (var (later, _) in callable.Skip(1))
            context.Report(Rules.SeveralSocketHandlers, Locations.Identifier(later), context.Class.Name, HandlerFinder.NameOf(kind), callable[0].Method.Name);
        return callable.Count <= 1;
    }
}
