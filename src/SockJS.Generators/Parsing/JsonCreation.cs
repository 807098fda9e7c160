using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Decides whether JSON can create values of a type.</summary>
internal static class JsonCreation
{
    // Their constructors do not matter.
    private static readonly string[] s_known =
    [
        "System.Uri", "System.Version", "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonValue",
        "System.Text.Json.Nodes.JsonObject", "System.Text.Json.Nodes.JsonArray",
    ];

    private static readonly string[] s_interfaces =
    [
        "System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList", "System.Collections.IDictionary",
        Generic("IEnumerable`1"), Generic("ICollection`1"), Generic("IList`1"), Generic("ISet`1"), Generic("IDictionary`2"),
        Generic("IReadOnlyCollection`1"), Generic("IReadOnlyList`1"), Generic("IReadOnlySet`1"), Generic("IReadOnlyDictionary`2"),
        Immutable("IImmutableList`1"), Immutable("IImmutableSet`1"), Immutable("IImmutableQueue`1"), Immutable("IImmutableStack`1"), Immutable("IImmutableDictionary`2"),
    ];

    /// <summary>Says why values of the type cannot be read from JSON, as far as the declaration tells.</summary>
    public static string? FindProblem(ITypeSymbol type)
        => JsonTypes.FindProblem(type) ?? type.WithoutNullable() switch
        {
            IArrayTypeSymbol array => FindProblem(array.ElementType),
            INamedTypeSymbol named when !JsonTypes.HasConverter(named) && !Array.Exists(s_known, named.IsNamed) => FindProblemOf(named),
            _ => null,
        };

    /// <summary>Whether the type is an interface that means nothing to JSON, so that it is taken for a service.</summary>
    public static bool IsServiceInterface(ITypeSymbol type)
        => type.TypeKind == TypeKind.Interface && !IsPolymorphic(type) && !JsonTypes.HasConverter(type) && !JsonKinds.IsInCollections(type);

    private static string? FindProblemOf(INamedTypeSymbol type)
    {
        var isCollection = JsonKinds.IsCollection(type);
        if (isCollection && type.TypeArguments.Select(FindProblem).FirstOrDefault(found => found is not null) is { } problem)
            return problem;
        if (type.TypeKind == TypeKind.Interface)
            return Array.Exists(s_interfaces, type.IsNamed) || IsPolymorphic(type) ? null : "JSON cannot create an interface";
        if (type.TypeKind != TypeKind.Class || type.SpecialType is SpecialType.System_Object or SpecialType.System_String)
            return null;
        if (isCollection && type.ContainingNamespace.Name == "Immutable")
            return null;
        if (type.IsAbstract)
            return IsPolymorphic(type) ? null : "JSON cannot create it, since it is abstract";
        return FindProblemOfConstructors(type);
    }

    private static string? FindProblemOfConstructors(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        if (constructors.Exists(constructor => constructor.Parameters.IsEmpty))
            return null;
        if (type.IsOrImplements("System.Collections.IEnumerable"))
            return "JSON creates a collection by a constructor without parameters, and it has none";
        if ((type.InstanceConstructors.FirstOrDefault(constructor => constructor.HasAttribute(KnownNames.JsonConstructor)) ?? Single(constructors)) is { } called)
            return FindProblemOfParameters(called);
        return constructors.Count == 0
            ? "JSON cannot create it, since it has no public constructor"
            : "JSON cannot create it, since none of its constructors is marked with [JsonConstructor]";
    }

    // JSON gives a parameter the value of the property that has its name, and refuses the type if there is none. Most such types are services.
    private static string? FindProblemOfParameters(IMethodSymbol constructor)
    {
        var members = JsonMembers.FindNames(constructor.ContainingType);
        var stray = constructor.Parameters.FirstOrDefault(parameter => !members.Contains(parameter.Name));
        return stray is null ? null : $"JSON cannot create it, since the parameter '{stray.Name}' of its constructor is none of its properties";
    }

    private static IMethodSymbol? Single(List<IMethodSymbol> constructors) => constructors.Count == 1 ? constructors[0] : null;

    private static bool IsPolymorphic(ITypeSymbol type) => type.HasAttribute(KnownNames.JsonPolymorphic) || type.HasAttribute(KnownNames.JsonDerivedType);

    private static string Generic(string name) => "System.Collections.Generic." + name;

    private static string Immutable(string name) => "System.Collections.Immutable." + name;
}
