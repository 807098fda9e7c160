using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Finds the handler methods of a class, those that it inherits included.</summary>
internal static class HandlerFinder
{
    private static readonly (HandlerKind Kind, string Attribute)[] s_attributes =
    [
        (HandlerKind.Open, KnownNames.OnOpenAttribute),
        (HandlerKind.Message, KnownNames.OnMessageAttribute),
        (HandlerKind.Close, KnownNames.OnCloseAttribute),
        (HandlerKind.Connect, KnownNames.OnConnectAttribute),
        (HandlerKind.Event, KnownNames.OnEventAttribute),
        (HandlerKind.AnyEvent, KnownNames.OnAnyEventAttribute),
        (HandlerKind.Disconnect, KnownNames.OnDisconnectAttribute),
    ];

    /// <summary>Finds the methods of a kind: those of base classes first, in the order of their declaration.</summary>
    /// <returns>The methods as they are called, with the attributes that make them handlers.</returns>
    public static IReadOnlyList<(IMethodSymbol Method, AttributeData Attribute)> FindAll(INamedTypeSymbol type, HandlerKind kind)
    {
        var found = new List<(IMethodSymbol Method, AttributeData Attribute)>();
        var origins = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var part in type.SelfAndBases())
        {
            // An override and what it overrides are one handler, and the attribute that is nearer counts.
            var here = part.GetMembers().OfType<IMethodSymbol>()
                .SelectMany(method => AttributesOf(method).Where(one => one.Kind == kind).Select(one => (Method: method, one.Attribute)))
                .Where(one => origins.Add(Origin(one.Method)))
                .Select(one => (MostDerived(one.Method, type), one.Attribute));
            found.InsertRange(0, here.ToList());
        }

        return found;
    }

    /// <summary>The handler attributes of a method.</summary>
    public static IEnumerable<(HandlerKind Kind, AttributeData Attribute)> AttributesOf(IMethodSymbol method)
    {
        // The compiler refuses them there.
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
            yield break;

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

    private static IMethodSymbol MostDerived(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
            return method;

        var origin = Origin(method);
        return type.SelfAndBases()
            .SelectMany(part => part.GetMembers(method.Name).OfType<IMethodSymbol>())
            .First(other => origin.Equals(Origin(other), SymbolEqualityComparer.Default));
    }

    private static IMethodSymbol Origin(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return method;
    }
}
