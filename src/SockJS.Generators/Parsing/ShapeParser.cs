using System;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads how the messages of an endpoint look.</summary>
internal static class ShapeParser
{
    private const string TypeProperty = nameof(TypeProperty);
    private const string DataProperty = nameof(DataProperty);
    private const int Flat = 1;

    public static ShapeModel? TryParse(ParserContext context)
    {
        if (context.Attribute is not { } attribute
            || TryParseName(attribute, TypeProperty, "type", context) is not { } type
            || TryParseName(attribute, DataProperty, "data", context) is not { } data)
        {
            return null;
        }

        var isFlat = IsFlat(attribute);
        if (!isFlat && type.Equals(data, StringComparison.Ordinal))
        {
            var property = attribute.FindNamedArgument(DataProperty) is null ? TypeProperty : DataProperty;
            var other = property == TypeProperty ? DataProperty : TypeProperty;
            Report(attribute, property, $"is the {other} too, '{type}'", context);
            return null;
        }

        return new ShapeModel(type == "type" ? null : type, data == "data" ? null : data, isFlat);
    }

    public static bool IsFlat(AttributeData attribute) => attribute.NamedArgument<int>("Shape") == Flat;

    private static string? TryParseName(AttributeData attribute, string property, string usual, ParserContext context)
    {
        if (attribute.FindNamedArgument(property) is not { } argument)
            return usual;
        if (argument.Kind == TypedConstantKind.Error)
            return null;
        if (argument.Value is string name && !string.IsNullOrWhiteSpace(name))
            return name;

        Report(attribute, property, "is empty", context);
        return null;
    }

    private static void Report(AttributeData attribute, string property, string problem, ParserContext context)
        => context.Report(
            Rules.InvalidName, Locations.NamedArgument(attribute, property, context.CancellationToken), property, context.Class.Name, problem);
}
