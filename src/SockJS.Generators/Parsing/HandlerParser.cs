using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the handler methods that a class declares itself.</summary>
internal static class HandlerParser
{
    private static readonly (HandlerKind Kind, string Attribute)[] s_attributes =
    [
        (HandlerKind.Open, KnownNames.OnOpenAttribute),
        (HandlerKind.Message, KnownNames.OnMessageAttribute),
        (HandlerKind.Close, KnownNames.OnCloseAttribute),
    ];

    /// <summary>Reads all handlers; <see langword="null"/> if one of them has an error.</summary>
    public static EquatableArray<HandlerModel>? TryParseAll(
        INamedTypeSymbol type, WarningIds warnings, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        var handlers = new List<HandlerModel>();
        var isValid = true;
        foreach (var (kind, _) in s_attributes)
        {
            var methods = Find(type, kind).ToList();
            foreach (var later in methods.Skip(1))
            {
                isValid = false;
                report?.Invoke(Diagnostic.Create(Rules.SeveralHandlers, Locations.Identifier(later), type.Name, NameOf(kind), methods[0].Name));
            }

            foreach (var method in methods)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (TryParse(method, kind, report, cancellationToken) is { } handler)
                {
                    handlers.Add(handler);
                    warnings.AddFrom(method);
                }
                else
                {
                    isValid = false;
                }
            }
        }

        return isValid ? handlers.ToEquatableArray() : null;
    }

    /// <summary>The methods with the attribute of a kind, in the order of their declaration.</summary>
    public static IEnumerable<IMethodSymbol> Find(INamedTypeSymbol type, HandlerKind kind)
        => type.GetMembers().OfType<IMethodSymbol>().Where(method => AttributesOf(method).Any(found => found.Kind == kind));

    /// <summary>The handler attributes of a method.</summary>
    public static IEnumerable<(HandlerKind Kind, AttributeData Attribute)> AttributesOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            foreach (var (kind, name) in s_attributes)
            {
                if (attribute.AttributeClass.IsNamed(name))
                    yield return (kind, attribute);
            }
        }
    }

    public static string NameOf(HandlerKind kind) => $"[On{kind}]";

    private static HandlerModel? TryParse(IMethodSymbol method, HandlerKind kind, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (FindProblem(method) is { } problem)
        {
            report?.Invoke(Diagnostic.Create(Rules.UnsupportedMethod, Locations.Identifier(method), method.Name, problem));
            return null;
        }

        var arguments = HandlerParameterParser.TryParseAll(method, kind, report, cancellationToken);
        var result = HandlerResultParser.TryParse(method, kind, report, cancellationToken);
        return arguments is { } a && result is { } r ? new HandlerModel(kind, CSharpText.Identifier(method.Name), a, r) : null;
    }

    private static string? FindProblem(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return "is not an ordinary method";
        if (method.IsStatic)
            return "is static";
        if (method.IsGenericMethod)
            return "is generic";
        return method.IsAbstract ? "is abstract" : null;
    }
}
