using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Decides whether generated code can call a handler.</summary>
internal static class HandlerMethodParser
{
    public static string? FindProblem(IMethodSymbol method, ParserContext context)
    {
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
            return "implements an interface explicitly";
        if (method.MethodKind != MethodKind.Ordinary)
            return "is not an ordinary method";
        if (method.IsVararg)
            return "takes any number of arguments";
        if (method.IsStatic)
            return "is static";
        if (method.IsGenericMethod)
            return "is generic";
        if (method.IsAbstract)
            return "is abstract";
        return method.ContainingType.Equals(context.Class, SymbolEqualityComparer.Default) ? null : FindProblemOfInherited(method, context);
    }

    private static string? FindProblemOfInherited(IMethodSymbol method, ParserContext context)
    {
        var (endpoint, compilation) = (context.Class, context.Compilation);
        if (!compilation.IsSymbolAccessibleWithin(method, endpoint, endpoint))
            return $"is hidden in '{method.ContainingType.Name}' from the {context.Kind.Noun} '{endpoint.Name}'";

        // The call would find a member of a more derived class first.
        var hiding = endpoint.SelfAndBases()
            .TakeWhile(part => !part.Equals(method.ContainingType, SymbolEqualityComparer.Default))
            .SelectMany(part => part.GetMembers(method.Name))
            .FirstOrDefault(member => !member.IsOverride && Hides(member, method, compilation) && compilation.IsSymbolAccessibleWithin(member, endpoint, endpoint));
        return hiding is null ? null : $"is hidden from the {context.Kind.Noun} '{endpoint.Name}' by '{hiding.ContainingType.Name}.{hiding.Name}'";
    }

    // Another overload is in the way only if it could take the arguments of the handler.
    private static bool Hides(ISymbol member, IMethodSymbol handler, Compilation compilation)
    {
        if (member is not IMethodSymbol { IsGenericMethod: false } other || other.Parameters.Any(parameter => parameter.IsParams))
            return true;
        return other.Parameters.Length >= handler.Parameters.Length
            && other.Parameters.Skip(handler.Parameters.Length).All(parameter => parameter.IsOptional)
            && handler.Parameters.Zip(other.Parameters, (from, to) => compilation.ClassifyCommonConversion(from.Type, to.Type)).All(conversion => conversion.IsImplicit);
    }
}
