using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Parsing;

/// <summary>Turns the attributes of a class and of its base classes into endpoint metadata, the most derived last, where it counts most.</summary>
internal static class MetadataParser
{
    // Attributes there speak to the compiler, to debuggers and to designers.
    private static readonly string[] s_otherNamespaces =
    [
        "Microsoft.CodeAnalysis",
        "System.CodeDom.Compiler",
        "System.ComponentModel",
        "System.Diagnostics",
        "System.Reflection",
        "System.Runtime",
    ];

    private static readonly string[] s_otherAttributes =
        [KnownNames.EndpointAttribute, KnownNames.ChannelAttribute, KnownNames.NamespaceAttribute, KnownNames.Obsolete, "System.SerializableAttribute", "System.CLSCompliantAttribute"];

    public static EquatableArray<string> Parse(
        INamedTypeSymbol type, Compilation compilation, WarningIds warnings, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        var expressions = new List<string>();
        foreach (var attribute in Find(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (attribute.AttributeClass!.IsError())
                continue;

            if (TryFormat(attribute, CanName) is { } expression)
            {
                expressions.Add(expression);
                warnings.AddFrom(attribute);
            }
            else
            {
                var place = Locations.Attribute(attribute, cancellationToken) ?? Locations.Identifier(type);
                report?.Invoke(Diagnostic.Create(Rules.AttributeNotCopied, place, attribute.AttributeClass!.Name, type.Name, ClassKind.Of(type).Noun));
            }
        }

        return expressions.ToEquatableArray();

        bool CanName(ITypeSymbol named) => !named.IsLocalToFile() && compilation.IsSymbolAccessibleWithin(named, type);
    }

    private static List<AttributeData> Find(INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            var inherits = !part.Equals(type, SymbolEqualityComparer.Default);
            var here = part.GetAttributes().Where(attribute => IsMetadata(attribute) && (!inherits || IsPassedOn(attribute, found)));
            found.InsertRange(0, here.ToList());
        }

        return found;
    }

    private static bool IsMetadata(AttributeData attribute)
        => attribute.AttributeClass is { } type
            && !Array.Exists(s_otherAttributes, name => type.IsNamed(name))
            && !Array.Exists(s_otherNamespaces, name => IsInside(type.ContainingNamespace, name))
            && !type.SelfAndBases().Any(part => part.HasAttribute(KnownNames.Conditional));

    private static bool IsPassedOn(AttributeData attribute, List<AttributeData> derived)
    {
        var usage = attribute.AttributeClass!.SelfAndBases()
            .Select(part => part.FindAttribute(KnownNames.AttributeUsage))
            .FirstOrDefault(found => found is not null);
        if (usage?.NamedArgument<bool?>("Inherited") == false)
            return false;
        return usage?.NamedArgument<bool?>("AllowMultiple") == true
            || !derived.Exists(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute.AttributeClass));
    }

    private static string? TryFormat(AttributeData attribute, Func<ITypeSymbol, bool> canName)
    {
        if (attribute.AttributeClass is not { } type || !canName(type) || attribute.AttributeConstructor is null)
            return null;

        var arguments = attribute.ConstructorArguments.Select(argument => ConstantExpression.TryFormat(argument, canName)).ToList();
        var members = attribute.NamedArguments
            .Select(argument => (Name: CSharpText.Identifier(argument.Key), Value: ConstantExpression.TryFormat(argument.Value, canName)))
            .ToList();
        if (arguments.Contains(null) || members.Exists(member => member.Value is null))
            return null;

        var initializer = members.Count == 0 ? "" : $" {{ {string.Join(", ", members.Select(member => $"{member.Name} = {member.Value}"))} }}";
        return $"new {CSharpText.Type(type)}({string.Join(", ", arguments)}){initializer}";
    }

    private static bool IsInside(INamespaceSymbol? @namespace, string name)
    {
        var full = @namespace?.ToDisplayString() ?? "";
        return full.StartsWith(name, StringComparison.Ordinal) && (full.Length == name.Length || full[name.Length] == '.');
    }
}
