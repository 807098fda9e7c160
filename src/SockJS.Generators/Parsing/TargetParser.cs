using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides whether generated code can add to a class, and how to open it again.</summary>
internal static class TargetParser
{
    public static TargetModel? TryParse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        var kind = ClassKind.Of(type);
        if (FindProblem(type) is { } problem)
        {
            report?.Invoke(Diagnostic.Create(Rules.UnsupportedClass, Locations.Identifier(type), type.Name, problem, $"{kind.Article} {kind.Noun}"));
            return null;
        }

        var isPartial = true;
        var headers = new Stack<string>();
        for (var part = type; part is not null; part = part.ContainingType)
        {
            headers.Push(Header(part));
            if (IsPartial(part, cancellationToken))
                continue;

            isPartial = false;
            report?.Invoke(Diagnostic.Create(Rules.NotPartial, Locations.Identifier(part), part.Name, type.Name, kind.Noun));
        }

        if (!isPartial || !type.CanBeReferencedByName || HasTwin(type))
            return null;

        var @namespace = type.ContainingNamespace;
        return new TargetModel(
            CSharpText.Type(type),
            FileName(type),
            @namespace.IsGlobalNamespace ? "" : string.Join(".", Names(@namespace).Reverse().Select(CSharpText.Identifier)),
            headers.ToEquatableArray());
    }

    /// <summary>Whether a declaration of the type lets generated code add to it.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Says why there can be no annotated class of this kind at all.</summary>
    public static string? FindProblem(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return "is static, and every connection needs an instance";
        if (type.IsAbstract)
            return "is abstract, and every connection needs an instance";
        if (type.IsFileLocal)
            return "is local to its file, where generated code cannot add to it";

        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.TypeParameters.Length > 0)
                return IsItself(part) ? "is generic" : $"is nested in the generic type '{part.Name}'";
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return (IsItself(part) ? "" : $"is nested in '{part.Name}', which ") + "is hidden inside its outer type";
            if (part.IsFileLocal)
                return $"is nested in '{part.Name}', which is local to its file";
            if (part.IsForbidden())
                return (IsItself(part) ? "" : $"is nested in '{part.Name}', which ") + "is obsolete, and an error to use";
        }

        return null;

        bool IsItself(INamedTypeSymbol part) => part.Equals(type, SymbolEqualityComparer.Default);
    }

    private static string Header(INamedTypeSymbol type)
    {
        var keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Interface, _) => "interface",
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (_, true) => "record",
            _ => "class",
        };
        return $"partial {keyword} {CSharpText.Identifier(type.Name)}";
    }

    // A class and a record of one name are an error in half-typed code, and would make two files of one name.
    private static bool HasTwin(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol container = type.ContainingType is { } outer ? outer : type.ContainingNamespace;
        return container.GetTypeMembers(type.Name, arity: 0).Length > 1 || (type.ContainingType is not null && HasTwin(type.ContainingType));
    }

    private static string FileName(INamedTypeSymbol type)
        => type.ContainingType is { } outer
            ? FileName(outer) + "+" + type.MetadataName
            : string.Join(".", Names(type.ContainingNamespace).Reverse().Concat([type.MetadataName]));

    private static IEnumerable<string> Names(INamespaceSymbol @namespace)
    {
        for (; !@namespace.IsGlobalNamespace; @namespace = @namespace.ContainingNamespace)
            yield return @namespace.Name;
    }
}
