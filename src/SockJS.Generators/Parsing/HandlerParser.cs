using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the handlers of a class. What their names, parameters and results may be is for each protocol to say.</summary>
internal abstract class HandlerParser
{
    private static readonly EndpointHandlerParser s_endpoint = new();
    private static readonly NamespaceHandlerParser s_namespace = new();

    /// <summary>Reads all handlers; <see langword="null"/> if one of them has an error.</summary>
    public static EquatableArray<HandlerModel>? TryParseAll(ParserContext context)
    {
        HandlerParser parser = context.Kind == ClassKind.Namespace ? s_namespace : s_endpoint;
        var handlers = new List<HandlerModel>();
        var isValid = true;
        foreach (var kind in context.Kind.Handlers)
        {
            var methods = HandlerFinder.FindAll(context.Class, kind);
            isValid &= parser.CheckDistinct(methods, kind, context);
            foreach (var (method, attribute) in methods)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (parser.TryParse(method, attribute, kind, context) is { } handler)
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

    /// <summary>Reads the name of what a method handles; <see langword="null"/> where it has none.</summary>
    /// <returns>Whether the name is one that it can have.</returns>
    private protected abstract bool TryParseName(IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context, out string? name);

    /// <summary>Decides what the parameters are given, and what they take of what the client has sent.</summary>
    private protected abstract (EquatableArray<ArgumentModel> Arguments, EquatableArray<PayloadModel> Payloads)? TryParseParameters(
        IMethodSymbol method, HandlerKind kind, string? name, ParserContext context);

    /// <summary>Decides what becomes of a result that a handler of the kind may have.</summary>
    private protected abstract ResultModel? TryParseResult(
        ResultModel result, IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context);

    /// <summary>Says whether the name of a method, or that it has none, can be compared with others: it is no error in itself.</summary>
    private protected abstract bool IsComparable(AttributeData attribute, HandlerKind kind);

    private HandlerModel? TryParse(IMethodSymbol method, AttributeData attribute, HandlerKind kind, ParserContext context)
    {
        if (HandlerMethodParser.FindProblem(method, context) is { } problem)
        {
            context.Report(Rules.UnsupportedMethod, Locations.Identifier(method), method.Name, problem);
            return null;
        }

        var hasName = TryParseName(method, attribute, kind, context, out var name);
        var parameters = TryParseParameters(method, kind, name, context);
        var result = HandlerResultParser.TryParse(method, kind, context);
        if (result is not null)
            result = TryParseResult(result, method, attribute, kind, context);
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

    // Names are compared as clients send them: letter by letter.
    private bool CheckDistinct(IReadOnlyList<(IMethodSymbol Method, AttributeData Attribute)> methods, HandlerKind kind, ParserContext context)
    {
        var isValid = true;
        var comparable = methods.Where(one => IsComparable(one.Attribute, kind) && HandlerMethodParser.FindProblem(one.Method, context) is null);
        foreach (var group in comparable.GroupBy(one => one.Attribute.ConstructorArgument(0) as string, StringComparer.Ordinal))
        {
            var first = group.First().Method;
            foreach (var (later, attribute) in group.Skip(1))
            {
                isValid = false;
                if (group.Key is { } name)
                    context.Report(context.Kind.DuplicateNameRule, Locations.FirstArgument(attribute, context.CancellationToken), later.Name, name, first.Name);
                else
                    context.Report(context.Kind.SeveralHandlersRule, Locations.Identifier(later), context.Class.Name, Describe(kind), first.Name);
            }
        }

        return isValid;
    }

    private static string Describe(HandlerKind kind)
        => $"{HandlerFinder.NameOf(kind)} method{(kind == HandlerKind.Message ? " without a name" : "")}";
}
