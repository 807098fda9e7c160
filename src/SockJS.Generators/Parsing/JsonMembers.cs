using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Finds the types of what an object becomes as JSON, and is made of again.</summary>
internal static class JsonMembers
{
    // JsonIgnoreCondition.Always, which is also what the attribute means by itself.
    private const int Always = 1;

    /// <summary>The types of properties and fields, those of base types too.</summary>
    public static IEnumerable<ITypeSymbol> Find(INamedTypeSymbol type)
        => type.SelfAndBases()
            .Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
            .SelectMany(part => part.GetMembers())
            .Where(member => !member.IsStatic && !IsIgnored(member))
            .Select(TryGetType)
            .OfType<ITypeSymbol>();

    /// <summary>The types of the parameters of the constructor that JSON calls; nobody is ignored there.</summary>
    public static IEnumerable<ITypeSymbol> ConstructorParameters(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
            return [];

        var marked = type.InstanceConstructors.FirstOrDefault(constructor => constructor.HasAttribute(KnownNames.JsonConstructor));
        var open = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        var only = !type.IsValueType && open.Count == 1 ? open[0] : null;
        return (marked ?? only)?.Parameters.Select(parameter => parameter.Type) ?? [];
    }

    /// <summary>The names of properties and fields that can be values of constructor parameters, in any case of letters.</summary>
    public static HashSet<string> FindNames(INamedTypeSymbol type)
        => new(
            type.SelfAndBases().SelectMany(part => part.GetMembers()).Where(member => !member.IsStatic && TryGetType(member) is not null).Select(member => member.Name),
            StringComparer.OrdinalIgnoreCase);

    private static ITypeSymbol? TryGetType(ISymbol member) => member switch
    {
        IPropertySymbol { Parameters.Length: 0 } property => IsOpen(property, property.GetMethod, property.SetMethod) ? property.Type : null,
        IFieldSymbol { AssociatedSymbol: null } field => IsOpen(field, field) ? field.Type : null,
        _ => null,
    };

    private static bool IsOpen(ISymbol member, params ISymbol?[] accessors)
        => accessors.Any(accessor => accessor?.DeclaredAccessibility == Accessibility.Public) || member.HasAttribute(KnownNames.JsonInclude);

    private static bool IsIgnored(ISymbol member)
        => member.FindAttribute(KnownNames.JsonIgnore) is { } attribute && (attribute.NamedArgument<int?>("Condition") ?? Always) == Always;
}
