using System;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Types whose JSON metadata needs that of no other type.</summary>
internal static class JsonLeafTypes
{
    // The library brings the metadata of these, as of the numbers, bool, char, string and byte[].
    private static readonly string[] s_supplied =
    [
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Uri",
        "System.Text.Json.JsonElement",
    ];

    private static readonly string[] s_others =
    [
        "System.Half",
        "System.Int128",
        "System.UInt128",
        "System.Version",
        "System.Text.Json.JsonDocument",
        "System.Text.Json.Nodes.JsonNode",
        "System.Text.Json.Nodes.JsonObject",
        "System.Text.Json.Nodes.JsonArray",
        "System.Text.Json.Nodes.JsonValue",
        "System.Runtime.Serialization.SerializationInfo",
    ];

    /// <summary>Whether no application has to list the type.</summary>
    public static bool IsSupplied(ITypeSymbol type)
    {
        var value = type.WithoutNullable();
        return IsPlainValue(value)
            || value is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }
            || Array.Exists(s_supplied, value.IsNamed);
    }

    /// <summary>Whether the type has no parts that are JSON of their own.</summary>
    public static bool IsLeaf(ITypeSymbol type)
        => IsSupplied(type)
            || type.SpecialType is SpecialType.System_Object or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Array)
            || Array.Exists(s_others, type.IsNamed)
            || type.IsOrDerivesFrom("System.Reflection.MemberInfo");

    private static bool IsPlainValue(ITypeSymbol type)
        => type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime;
}
