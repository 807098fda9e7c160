using System;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads a method of a client interface.</summary>
internal static class ClientMethodParser
{
    public static ClientMethodModel? TryParse(ISymbol member, INamedTypeSymbol client, ParserContext context)
    {
        if (FindProblem(member, context) is { } problem)
        {
            Report(client, Locations.Identifier(member), $"'{member.Name}' {problem}", context);
            return null;
        }

        var method = (IMethodSymbol)member;
        var isValid = CheckReturnType(method, client, context);
        isValid &= TryParseName(method, client, context, out var message);
        isValid &= ClientParameterParser.TryParseAll(method, client, context, out var parameters);
        if (!isValid)
            return null;

        context.Warnings.AddFrom(method);
        return new ClientMethodModel
        {
            Interface = CSharpText.Type(method.ContainingType),
            Name = CSharpText.Identifier(method.Name),
            Message = message,
            Parameters = parameters,
            ReturnsTask = method.ReturnType.IsNamed(KnownNames.Task),
        };
    }

    public static void Report(INamedTypeSymbol client, Location place, string problem, ParserContext context)
        => context.Report(Rules.InvalidClient, place, client.Name, problem);

    private static string? FindProblem(ISymbol member, ParserContext context)
    {
        if (member.IsStatic)
            return "is static";
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return "is not a method";
        if (method.IsGenericMethod)
            return "is generic";
        return context.Compilation.IsSymbolAccessibleWithin(method, context.Compilation.Assembly) ? null : "is hidden";
    }

    private static bool CheckReturnType(IMethodSymbol method, INamedTypeSymbol client, ParserContext context)
    {
        var type = method.ReturnType;
        if (method.RefKind == RefKind.None && (type.IsNamed(KnownNames.Task) || type.IsNamed(KnownNames.ValueTask)))
            return true;

        if (!type.IsError())
        {
            var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(client, Locations.ReturnType(method, context.CancellationToken), $"'{method.Name}' returns '{name}' instead of Task or ValueTask", context);
        }

        return false;
    }

    private static bool TryParseName(IMethodSymbol method, INamedTypeSymbol client, ParserContext context, out string name)
    {
        if (method.FindAttribute(KnownNames.MessageAttribute) is not { } attribute)
        {
            name = DefaultName(method.Name);
            return true;
        }

        name = attribute.ConstructorArgument(0) as string ?? "";
        if (!string.IsNullOrWhiteSpace(name))
            return true;

        if (attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Error }])
            Report(client, Locations.FirstArgument(attribute, context.CancellationToken), $"the message name of '{method.Name}' is empty", context);
        return false;
    }

    private static string DefaultName(string method)
    {
        const string Suffix = "Async";
        var isSuffixed = method.Length > Suffix.Length && method.EndsWith(Suffix, StringComparison.Ordinal);
        var name = isSuffixed ? method.Substring(0, method.Length - Suffix.Length) : method;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
