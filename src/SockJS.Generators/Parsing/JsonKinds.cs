using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Tells what kind of JSON a type becomes.</summary>
internal static class JsonKinds
{
    private static readonly string[] s_values =
    [
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Half", "System.Int128", "System.UInt128",
    ];

    private static readonly string[] s_dictionaries =
    [
        "System.Collections.IDictionary", "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IReadOnlyDictionary`2",
    ];

    private static readonly string[] s_memory = ["System.Memory`1", "System.ReadOnlyMemory`1", "System.Version"];

    /// <summary>Whether values of the type are plain, or collections of plain values: nothing that could be meant as a service or as a whole payload.</summary>
    public static bool IsPlain(ITypeSymbol type) => type.WithoutNullable() switch
    {
        IArrayTypeSymbol { Rank: 1 } array => IsPlain(array.ElementType),
        INamedTypeSymbol { TypeArguments: [_, ..] arguments } generic => IsCollection(generic) && arguments.All(IsPlain),
        var value => IsScalar(value) || value.IsNamed(KnownNames.JsonElement),
    };

    /// <summary>Whether the type becomes anything but a JSON object, as far as can be told.</summary>
    public static bool IsNoObject(ITypeSymbol type)
    {
        var value = type.WithoutNullable();
        if (JsonTypes.HasConverter(value) && value.TypeKind != TypeKind.Enum)
            return false;
        if (value is IArrayTypeSymbol || IsScalar(value) || Array.Exists(s_memory, value.IsNamed))
            return true;
        return value.IsOrImplements("System.Collections.IEnumerable") && !Array.Exists(s_dictionaries, value.IsOrImplements);
    }

    /// <summary>Whether the type is one of the collections of the framework.</summary>
    public static bool IsCollection(ITypeSymbol type) => IsInCollections(type) && type.IsOrImplements("System.Collections.IEnumerable");

    /// <summary>Whether the type is declared beside the collections of the framework.</summary>
    public static bool IsInCollections(ITypeSymbol type)
        => type.ContainingNamespace is { } inner && (IsCollections(inner) || (inner.ContainingNamespace is { } outer && IsCollections(outer)));

    private static bool IsCollections(INamespaceSymbol @namespace)
        => @namespace is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsScalar(ITypeSymbol type)
        => type.TypeKind == TypeKind.Enum
            || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_DateTime
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
            || Array.Exists(s_values, type.IsNamed);
}
