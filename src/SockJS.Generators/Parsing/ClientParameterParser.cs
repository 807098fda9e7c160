using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the parameters of a method of a client interface: what is sent, and a token.</summary>
internal static class ClientParameterParser
{
    // As many as an event can be emitted with.
    private const int MaxArguments = 4;

    public static bool TryParseAll(
        IMethodSymbol method, INamedTypeSymbol client, ParserContext context, out EquatableArray<ClientParameterModel> parameters)
    {
        var isValid = true;
        foreach (var parameter in method.Parameters)
        {
            if (FindProblem(parameter) is not { } problem)
                continue;

            isValid = false;
            if (!parameter.Type.IsError())
                ClientMethodParser.Report(client, Locations.Type(parameter, context.CancellationToken), $"the parameter '{parameter.Name}' of '{method.Name}' {problem}", context);
        }

        foreach (var later in method.Parameters.Where(IsToken).Skip(1))
        {
            isValid = false;
            ClientMethodParser.Report(client, Locations.Identifier(later), $"'{method.Name}' has several cancellation tokens", context);
        }

        if (context.Kind == ClassKind.Namespace && method.Parameters.Count(parameter => !IsToken(parameter)) > MaxArguments)
        {
            isValid = false;
            ClientMethodParser.Report(client, Locations.Identifier(method), $"'{method.Name}' sends more than four arguments: put them into one type", context);
        }

        isValid = isValid && CheckShape(method, context);
        parameters = isValid ? method.Parameters.Select(Parse).ToEquatableArray() : default;
        return isValid;
    }

    private static ClientParameterModel Parse(IParameterSymbol parameter)
        => new(CSharpText.Identifier(parameter.Name), CSharpText.Type(parameter.Type), CSharpText.DeclaredType(parameter.Type), IsToken(parameter));

    private static string? FindProblem(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            return "is passed by reference";
        if (parameter.Type.IsError())
            return "does not exist";
        return !IsToken(parameter) && JsonTypes.FindProblem(parameter.Type) is { } problem ? $"cannot be sent: {problem}" : null;
    }

    private static bool CheckShape(IMethodSymbol method, ParserContext context)
    {
        List<IParameterSymbol> payloads = [.. method.Parameters.Where(parameter => !IsToken(parameter))];
        if (!context.IsFlat || payloads is not [var payload] || !JsonKinds.IsNoObject(payload.Type))
            return true;

        context.Report(
            Rules.FlatPayload,
            Locations.Type(payload, context.CancellationToken),
            payload.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return false;
    }

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.IsNamed(KnownNames.CancellationToken);
}
