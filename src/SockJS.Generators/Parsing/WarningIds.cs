using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Parsing;

/// <summary>
/// Collects the ids of the warnings that naming a symbol brings because it is obsolete or experimental. The user has met them where they
/// used the symbol; the generated use only repeats it.
/// </summary>
internal sealed class WarningIds
{
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);

    public void AddFrom(IMethodSymbol method)
    {
        AddOwn(method);
        foreach (var parameter in method.Parameters)
            AddFrom(parameter.Type);
    }

    public void AddFrom(ITypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            AddOwn(type);
            if (type is IArrayTypeSymbol array)
                AddFrom(array.ElementType);
            else if (type is INamedTypeSymbol named)
                AddFromArguments(named);
        }
    }

    public void AddFrom(AttributeData attribute)
    {
        AddFrom(attribute.AttributeClass);
        if (attribute.AttributeConstructor is { } constructor)
            AddFrom(constructor);
        foreach (var argument in attribute.NamedArguments)
        {
            foreach (var member in attribute.AttributeClass!.GetMembers(argument.Key))
                AddOwn(member);
        }
    }

    /// <summary>Gets a value indicating whether one of the symbols is obsolete so that using it is an error, which no pragma disables.</summary>
    public bool HasErrors { get; private set; }

    public EquatableArray<string> ToArray() => _ids.ToEquatableArray();

    private void AddFromArguments(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (argument is not ITypeParameterSymbol)
                AddFrom(argument);
        }
    }

    private void AddOwn(ISymbol symbol)
    {
        HasErrors |= symbol.IsForbidden();
        if (symbol.FindAttribute(KnownNames.Obsolete) is { } obsolete)
            Add(obsolete.NamedArgument<string>("DiagnosticId") ?? (obsolete.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618"));
        if (symbol.FindAttribute(KnownNames.Experimental) is { } experimental)
            Add(experimental.ConstructorArgument(0) as string);
    }

    private void Add(string? id)
    {
        if (id is not null && SyntaxFacts.IsValidIdentifier(id))
            _ids.Add(id);
    }
}
