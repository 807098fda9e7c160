using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Chooses the constructor of an endpoint class and reads its parameters.</summary>
internal static class ConstructorParser
{
    public static EquatableArray<ArgumentModel>? TryParse(
        INamedTypeSymbol type, WarningIds warnings, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (TryChoose(type, report) is not { } constructor)
            return null;

        warnings.AddFrom(constructor);
        var isValid = CheckRequiredMembers(type, constructor, report);
        var arguments = new List<ArgumentModel>();
        var isNamed = false;
        foreach (var parameter in constructor.Parameters)
        {
            if (IsLeftOut(parameter))
            {
                isNamed = true;
            }
            else if (TryParseParameter(parameter) is { } argument)
            {
                arguments.Add(isNamed ? argument with { Name = CSharpText.Identifier(parameter.Name) } : argument);
            }
            else
            {
                isValid = false;
                if (!parameter.Type.IsRefusedByCompiler())
                    report?.Invoke(Unsupported(parameter, cancellationToken));
            }
        }

        return isValid ? arguments.ToEquatableArray() : null;
    }

    private static IMethodSymbol? TryChoose(INamedTypeSymbol type, Action<Diagnostic>? report)
    {
        var marked = type.InstanceConstructors.Where(constructor => constructor.HasAttribute(KnownNames.PreferredConstructor)).ToList();
        var candidates = marked.Count > 0 ? marked : type.InstanceConstructors.Where(IsUsable).ToList();
        if (candidates.Count == 1)
            return candidates[0];

        var problem = (candidates.Count, marked.Count) switch
        {
            (0, _) => "has no public or internal constructor",
            (_, 0) => $"has {candidates.Count} constructors, of which none is marked with [ActivatorUtilitiesConstructor]",
            _ => $"has {candidates.Count} constructors marked with [ActivatorUtilitiesConstructor]",
        };
        report?.Invoke(Diagnostic.Create(Rules.AmbiguousConstructor, Locations.Identifier(type), type.Name, problem));
        return null;
    }

    private static bool IsUsable(IMethodSymbol constructor)
        => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool CheckRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor, Action<Diagnostic>? report)
    {
        if (constructor.HasAttribute(KnownNames.SetsRequiredMembers))
            return true;

        var isValid = true;
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            foreach (var member in part.GetMembers())
            {
                if (member is not (IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                    continue;

                isValid = false;
                var place = part.Equals(type, SymbolEqualityComparer.Default) ? Locations.Identifier(member) : Locations.Identifier(type);
                report?.Invoke(Diagnostic.Create(Rules.RequiredMember, place, member.Name, type.Name));
            }
        }

        return isValid;
    }

    // A string or number with a default value is a setting of the class rather than a service.
    private static bool IsLeftOut(IParameterSymbol parameter)
        => parameter.IsParams
            || (parameter.HasExplicitDefaultValue
                && !ServiceParser.IsMarked(parameter)
                && ServiceParser.TryParseWellKnown(parameter.Type) is null
                && IsPlainValue(parameter.Type));

    private static ArgumentModel? TryParseParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.Type.IsRefusedByCompiler())
            return null;
        if (ServiceParser.IsMarked(parameter))
            return ServiceParser.TryParse(parameter);
        return ServiceParser.TryParseWellKnown(parameter.Type) ?? (IsPlainValue(parameter.Type) || RequestTypes.FindProblem(parameter) is not null ? null : ServiceParser.TryParse(parameter));
    }

    private static Diagnostic Unsupported(IParameterSymbol parameter, CancellationToken cancellationToken)
        => Diagnostic.Create(
            Rules.UnsupportedConstructorParameter,
            Locations.Type(parameter, cancellationToken),
            parameter.Name,
            parameter.Type.ToDisplayString());

    private static bool IsPlainValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
