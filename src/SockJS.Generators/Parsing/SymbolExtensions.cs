using System;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Questions about symbols that the parser and the analyzers ask alike.</summary>
internal static class SymbolExtensions
{
    /// <summary>Compares with a metadata name, without building the name of the type.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string metadataName)
    {
        if (type is null || type.ContainingType is not null)
            return false;

        var end = metadataName.Length;
        ISymbol? part = type.OriginalDefinition;
        while (part is not null and not INamespaceSymbol { IsGlobalNamespace: true })
        {
            var name = part.MetadataName;
            var start = end - name.Length;
            if (start < 0 || string.CompareOrdinal(metadataName, start, name, 0, name.Length) != 0)
                return false;
            if (start > 0 && metadataName[start - 1] != '.')
                return false;

            end = start - 1;
            part = part.ContainingNamespace;
        }

        return end < 0;
    }

    public static AttributeData? FindAttribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed(metadataName))
                return attribute;
        }

        return null;
    }

    public static bool HasAttribute(this ISymbol symbol, string metadataName) => symbol.FindAttribute(metadataName) is not null;

    /// <summary>Whether a value of the type can be asked of a service provider by <c>GetRequiredService&lt;T&gt;</c>.</summary>
    public static bool CanBeService(this ITypeSymbol type)
        => type.TypeKind is not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer)
            && !type.IsRefLikeType
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    public static bool IsError(this ITypeSymbol type) => type.TypeKind == TypeKind.Error;

    public static object? ConstructorArgument(this AttributeData attribute, int index)
        => attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } argument
            ? argument.Value
            : null;

    public static T? NamedArgument<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key.Equals(name, StringComparison.Ordinal) && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
                return value;
        }

        return default;
    }
}
