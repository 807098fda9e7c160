using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Returns the attribute that makes a class an endpoint, a channel or a namespace, if it has one.</summary>
    public static AttributeData? FindAnnotation(this ISymbol type)
        => type.FindAttribute(KnownNames.NamespaceAttribute) ?? type.FindAttribute(KnownNames.EndpointAttribute) ?? type.FindAttribute(KnownNames.ChannelAttribute);

    /// <summary>Whether the class has exactly one such attribute. One of them twice is the compiler's error, and would make two files of one name.</summary>
    public static bool HasOneAnnotation(this ISymbol type)
        => type.GetAttributes().Count(
            attribute => attribute.AttributeClass.IsNamed(KnownNames.EndpointAttribute)
                || attribute.AttributeClass.IsNamed(KnownNames.ChannelAttribute)
                || attribute.AttributeClass.IsNamed(KnownNames.NamespaceAttribute)) == 1;

    public static bool HasAttribute(this ISymbol symbol, string metadataName) => symbol.FindAttribute(metadataName) is not null;

    /// <summary>Whether the symbol is obsolete so that using it is an error.</summary>
    public static bool IsForbidden(this ISymbol symbol) => symbol.FindAttribute(KnownNames.Obsolete)?.ConstructorArgument(1) is true;

    /// <summary>Whether a value of the type can be asked of a service provider by <c>GetRequiredService&lt;T&gt;</c>.</summary>
    public static bool CanBeService(this ITypeSymbol type)
        => !type.IsError()
            && type.TypeKind is not (TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer)
            && !type.IsRefLikeType
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    /// <summary>The type and its base classes, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
            yield return part;
    }

    /// <summary>The type and the types around it, from the inside to the outside.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainers(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
            yield return part;
    }

    /// <summary>Whether the type is, or is derived from, a class of a name.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, string metadataName)
        => type.IsNamed(metadataName) || (type is INamedTypeSymbol named && named.SelfAndBases().Any(part => part.IsNamed(metadataName)));

    /// <summary>Whether the type is, or implements, an interface of a name.</summary>
    public static bool IsOrImplements(this ITypeSymbol type, string metadataName)
        => type.IsNamed(metadataName) || type.AllInterfaces.Any(one => one.IsNamed(metadataName));

    /// <summary>Whether an annotation says that a value may be null; code that knows no annotations says nothing against it.</summary>
    public static bool AllowsNull(this ITypeSymbol type)
        => type.IsReferenceType
            ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static ITypeSymbol WithoutNullable(this ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    /// <summary>Whether the type, or one that it is made of, can be named in its own file only.</summary>
    public static bool IsLocalToFile(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsLocalToFile(),
        INamedTypeSymbol named => named.SelfAndContainers().Any(part => part.IsFileLocal || part.TypeArguments.Any(IsLocalToFile)),
        _ => false,
    };

    /// <summary>Whether the type, or one that it is made of, does not exist.</summary>
    public static bool IsError(this ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => array.ElementType.IsError(),
        INamedTypeSymbol { IsUnboundGenericType: false } named => named.TypeArguments.Any(IsError),
        _ => false,
    };

    /// <summary>Whether the type is an error of the compiler where a parameter or a result of an endpoint has it.</summary>
    public static bool IsRefusedByCompiler(this ITypeSymbol type) => type.IsStatic || type.IsError() || type.IsLocalToFile();

    public static object? ConstructorArgument(this AttributeData attribute, int index)
        => attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } argument
            ? argument.Value
            : null;

    /// <summary>The value that was assigned to a property of an attribute, if it was.</summary>
    public static TypedConstant? FindNamedArgument(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key.Equals(name, StringComparison.Ordinal))
                return argument.Value;
        }

        return null;
    }

    public static T? NamedArgument<T>(this AttributeData attribute, string name)
        => attribute.FindNamedArgument(name) is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;
}
