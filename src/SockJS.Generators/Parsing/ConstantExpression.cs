using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Parsing;

/// <summary>Writes the value of an attribute argument as an expression of exactly its type, so that overloads resolve as they did.</summary>
internal static class ConstantExpression
{
    /// <summary>Returns the expression, or <see langword="null"/> for a value that is an error or names a type that generated code cannot.</summary>
    public static string? TryFormat(TypedConstant constant, Func<ITypeSymbol, bool>? canName = null)
    {
        if (constant.Type is not { } type || type.IsError())
            return constant.IsNull ? "null" : null;
        if (canName is not null && !canName(type))
            return null;
        if (constant.IsNull)
            return $"default({CSharpText.Type(type)})!";

        return constant.Kind switch
        {
            TypedConstantKind.Primitive => FormatPrimitive(constant.Value!),
            TypedConstantKind.Enum => FormatEnum((INamedTypeSymbol)type, constant.Value!),
            TypedConstantKind.Type => FormatTypeOf((ITypeSymbol)constant.Value!, canName),
            TypedConstantKind.Array => FormatArray((IArrayTypeSymbol)type, constant, canName),
            _ => null,
        };
    }

    /// <summary>Returns the expression of a default value that is not null, or <see langword="null"/> for a value of an unknown kind.</summary>
    public static string? TryFormatDefault(ITypeSymbol type, object value)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? FormatEnum(named, value) : FormatPrimitive(value);

    private static string? FormatPrimitive(object value) => value switch
    {
        string text => CSharpText.Literal(text),
        char c => SymbolDisplay.FormatLiteral(c, quote: true),
        bool b => b ? "true" : "false",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
        long l => l.ToString(CultureInfo.InvariantCulture) + "L",
        uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
        ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
        int i => i.ToString(CultureInfo.InvariantCulture),
        sbyte s => $"(sbyte)({s.ToString(CultureInfo.InvariantCulture)})",
        byte b => $"(byte){b.ToString(CultureInfo.InvariantCulture)}",
        short s => $"(short)({s.ToString(CultureInfo.InvariantCulture)})",
        ushort u => $"(ushort){u.ToString(CultureInfo.InvariantCulture)}",
        _ => null,
    };

    private static string FormatEnum(INamedTypeSymbol type, object value)
    {
        var name = CSharpText.Type(type);
        var member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value) && !field.HasAttribute(KnownNames.Obsolete));
        return member is null
            ? $"({name})({Convert.ToString(value, CultureInfo.InvariantCulture)})"
            : $"{name}.{CSharpText.Identifier(member.Name)}";
    }

    private static string? FormatTypeOf(ITypeSymbol type, Func<ITypeSymbol, bool>? canName)
        => type.IsError() || (canName is not null && !canName(type)) ? null : $"typeof({CSharpText.Type(type)})";

    private static string? FormatArray(IArrayTypeSymbol type, TypedConstant constant, Func<ITypeSymbol, bool>? canName)
    {
        var element = CSharpText.Type(type.ElementType);
        if (constant.Values.IsEmpty)
            return $"global::System.Array.Empty<{element}>()";

        var items = constant.Values.Select(value => TryFormat(value, canName)).ToList();
        return items.Contains(null) ? null : $"new {element}[] {{ {string.Join(", ", items)} }}";
    }
}
