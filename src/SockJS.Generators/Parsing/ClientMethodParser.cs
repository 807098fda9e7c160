using System;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;
using SockJS.SocketIO.Protocol;

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
            ReturnsTask = !method.ReturnType.IsValueType,
            Answer = AnswerType(method) is { } answer ? CSharpText.DeclaredType(answer) : null,
        };
    }

    /// <summary>The type of the answer that a method waits for, if its result is a task of one.</summary>
    public static ITypeSymbol? AnswerType(IMethodSymbol method)
        => (method.ReturnType.IsNamed(KnownNames.TaskOfT) || method.ReturnType.IsNamed(KnownNames.ValueTaskOfT))
            && method.ReturnType is INamedTypeSymbol { TypeArguments: [var answer] } ? answer : null;

    public static void Report(INamedTypeSymbol client, Location place, string problem, ParserContext context)
        => context.Report(context.Kind.ClientRule, place, client.Name, problem);

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
        if (method.RefKind == RefKind.None && context.Kind.HasAnswers && AnswerType(method) is { } answer)
            return CheckAnswer(method, answer, client, context);

        if (!type.IsError())
        {
            var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(client, Locations.ReturnType(method, context.CancellationToken), $"'{method.Name}' returns '{name}' instead of Task or ValueTask{(context.Kind.HasAnswers ? ", be it of an answer or of none" : "")}", context);
        }

        return false;
    }

    private static bool CheckAnswer(IMethodSymbol method, ITypeSymbol answer, INamedTypeSymbol client, ParserContext context)
    {
        if (JsonCreation.FindProblem(answer) is not { } problem)
            return true;

        if (!answer.IsError())
            Report(client, Locations.Result(method, context.CancellationToken), $"the answer that '{method.Name}' waits for cannot be read: {problem}", context);
        return false;
    }

    private static bool TryParseName(IMethodSymbol method, INamedTypeSymbol client, ParserContext context, out string name)
    {
        if (method.FindAttribute(KnownNames.MessageAttribute) is not { } attribute)
        {
            name = DefaultName(method.Name);
            return CheckReserved(method, name, Locations.Identifier(method), client, context);
        }

        name = attribute.ConstructorArgument(0) as string ?? "";
        if (!string.IsNullOrWhiteSpace(name))
            return CheckReserved(method, name, Locations.FirstArgument(attribute, context.CancellationToken), client, context);

        if (attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Error }])
            Report(client, Locations.FirstArgument(attribute, context.CancellationToken), $"the message name of '{method.Name}' is empty", context);
        return false;
    }

    private static bool CheckReserved(IMethodSymbol method, string name, Location place, INamedTypeSymbol client, ParserContext context)
    {
        if (context.Kind != ClassKind.Namespace || !ReservedEvents.Contains(name))
            return true;

        Report(client, place, $"'{method.Name}' sends the event '{name}', which clients raise themselves", context);
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
