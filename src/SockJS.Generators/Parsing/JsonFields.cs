using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Finds types of which JSON sees nothing.</summary>
internal static class JsonFields
{
    /// <summary>Finds a type, in arrays and collections too, whose members are fields, which JSON leaves out.</summary>
    public static ITypeSymbol? FindFieldsOnly(ITypeSymbol type) => type.WithoutNullable() switch
    {
        IArrayTypeSymbol array => FindFieldsOnly(array.ElementType),
        INamedTypeSymbol named when JsonKinds.IsCollection(named) => named.TypeArguments.Select(FindFieldsOnly).FirstOrDefault(found => found is not null),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when HasFieldsOnly(named) => named,
        _ => null,
    };

    private static bool HasFieldsOnly(INamedTypeSymbol type)
    {
        if (JsonLeafTypes.IsLeaf(type) || JsonTypes.HasConverter(type) || type.IsOrImplements("System.Collections.IEnumerable"))
            return false;

        var members = type.SelfAndBases().SelectMany(part => part.GetMembers()).Where(member => !member.IsStatic).ToList();
        return members.Exists(member => member is IFieldSymbol { DeclaredAccessibility: Accessibility.Public })
            && !members.Exists(member => member.HasAttribute(KnownNames.JsonInclude) || member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 });
    }
}
