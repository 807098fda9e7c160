using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Chooses the constructor of an annotated class and reads its parameters.</summary>
internal static class ConstructorParser
{
    public static EquatableArray<ArgumentModel>? TryParse(
        INamedTypeSymbol type, WarningIds warnings, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (TryChoose(type, report) is not { } constructor)
            return null;

        warnings.AddFrom(constructor);
        var kind = ClassKind.Of(type);
        var isValid = CheckRequiredMembers(type, constructor, report);
        foreach (var parameter in constructor.Parameters.Where(parameter => !IsLeftOut(parameter, kind) && TryParseParameter(parameter, kind) is null))
        {
            isValid = false;
            if (!parameter.Type.IsRefusedByCompiler())
                report?.Invoke(Unsupported(parameter, kind, cancellationToken));
        }

        return isValid ? Arguments(constructor, kind) : null;
    }

    /// <summary>Returns the constructors that the choice is between: those that are marked, else those that can be called.</summary>
    public static IReadOnlyList<IMethodSymbol> Choose(INamedTypeSymbol type, Func<IMethodSymbol, bool> isUsable)
        => type.InstanceConstructors.Where(constructor => constructor.HasAttribute(KnownNames.PreferredConstructor)).ToList() is { Count: > 0 } marked
            ? marked
            : [.. type.InstanceConstructors.Where(isUsable)];

    /// <summary>Returns what a constructor is called with, all of whose parameters can be supplied.</summary>
    public static EquatableArray<ArgumentModel> Arguments(IMethodSymbol constructor, ClassKind kind)
    {
        var arguments = new List<ArgumentModel>();
        var isNamed = false;
        foreach (var parameter in constructor.Parameters)
        {
            if (IsLeftOut(parameter, kind))
                isNamed = true;
            else if (TryParseParameter(parameter, kind) is { } argument)
                arguments.Add(isNamed ? argument with { Name = CSharpText.Identifier(parameter.Name) } : argument);
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>Returns a member that would have to be set where the object is made.</summary>
    public static ISymbol? FindRequiredMember(INamedTypeSymbol type, IMethodSymbol constructor) => FindRequiredMembers(type, constructor).FirstOrDefault();

    /// <summary>Whether a parameter keeps its default: a string or number with one is a setting of the class rather than a service.</summary>
    public static bool IsLeftOut(IParameterSymbol parameter, ClassKind kind)
        => parameter.IsParams
            || (parameter.HasExplicitDefaultValue
                && !ServiceParser.IsMarked(parameter)
                && !NamespaceValueParser.IsMarked(parameter)
                && ServiceParser.TryParseWellKnown(parameter.Type, kind) is null
                && IsPlainValue(parameter.Type));

    public static ArgumentModel? TryParseParameter(IParameterSymbol parameter, ClassKind kind)
    {
        if (parameter.RefKind != RefKind.None || parameter.Type.IsRefusedByCompiler())
            return null;
        if (ServiceParser.IsMarked(parameter))
            return ServiceParser.TryParse(parameter);
        if (kind == ClassKind.Namespace && NamespaceValueParser.IsMarked(parameter))
            return NamespaceValueParser.Parse(parameter);
        return ServiceParser.TryParseWellKnown(parameter.Type, kind)
            ?? (IsPlainValue(parameter.Type) || RequestTypes.FindProblem(parameter, kind) is not null ? null : ServiceParser.TryParse(parameter));
    }

    private static IMethodSymbol? TryChoose(INamedTypeSymbol type, Action<Diagnostic>? report)
    {
        var candidates = Choose(type, IsUsable);
        if (candidates.Count == 1)
            return candidates[0];

        var problem = candidates.Count == 0 ? "has no public or internal constructor"
            : candidates[0].HasAttribute(KnownNames.PreferredConstructor) ? $"has {candidates.Count} constructors marked with [ActivatorUtilitiesConstructor]"
            : $"has {candidates.Count} constructors, of which none is marked with [ActivatorUtilitiesConstructor]";
        report?.Invoke(Diagnostic.Create(Rules.AmbiguousConstructor, Locations.Identifier(type), type.Name, problem, ClassKind.Of(type).Noun));
        return null;
    }

    private static bool IsUsable(IMethodSymbol constructor)
        => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool CheckRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor, Action<Diagnostic>? report)
    {
        var isValid = true;
        foreach (var member in FindRequiredMembers(type, constructor))
        {
            isValid = false;
            var place = member.ContainingType.Equals(type, SymbolEqualityComparer.Default) ? Locations.Identifier(member) : Locations.Identifier(type);
            report?.Invoke(Diagnostic.Create(Rules.RequiredMember, place, member.Name, type.Name, ClassKind.Of(type).Noun));
        }

        return isValid;
    }

    private static IEnumerable<ISymbol> FindRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor)
        => constructor.HasAttribute(KnownNames.SetsRequiredMembers)
            ? []
            : type.SelfAndBases().SelectMany(part => part.GetMembers()).Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static Diagnostic Unsupported(IParameterSymbol parameter, ClassKind kind, CancellationToken cancellationToken)
        => Diagnostic.Create(
            Rules.UnsupportedConstructorParameter,
            Locations.Type(parameter, cancellationToken),
            parameter.Name,
            parameter.Type.ToDisplayString(),
            $"{kind.Article} {kind.Noun}",
            kind.ConnectionNoun);

    private static bool IsPlainValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
