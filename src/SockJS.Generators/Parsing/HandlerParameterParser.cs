using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what each parameter of a handler is given.</summary>
internal static class HandlerParameterParser
{
    public static EquatableArray<ArgumentModel>? TryParseAll(
        IMethodSymbol method, HandlerKind kind, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        var arguments = new List<ArgumentModel>();
        var isValid = true;
        IParameterSymbol? message = null;
        foreach (var parameter in method.Parameters)
        {
            var argument = TryParse(parameter, kind);
            if (argument is null)
            {
                isValid = false;
                if (!parameter.Type.IsError())
                    report?.Invoke(Unsupported(parameter, kind, cancellationToken));
                continue;
            }

            arguments.Add(argument);
            if (argument.Source != ArgumentSource.Message)
                continue;

            if (message is null)
            {
                message = parameter;
                continue;
            }

            isValid = false;
            report?.Invoke(Diagnostic.Create(Rules.SeveralMessages, Locations.Identifier(parameter), method.Name, message.Name, parameter.Name));
        }

        return isValid ? arguments.ToEquatableArray() : null;
    }

    private static ArgumentModel? TryParse(IParameterSymbol parameter, HandlerKind kind)
    {
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
            return null;
        if (ServiceParser.IsMarked(parameter))
            return ServiceParser.TryParse(parameter);
        if (ServiceParser.TryParseWellKnown(parameter.Type) is { } known)
        {
            // When a connection is closed its token is cancelled already, and whoever passed it on would do nothing.
            return kind == HandlerKind.Close && known.Source == ArgumentSource.Closed ? new ArgumentModel(ArgumentSource.NoCancellation) : known;
        }

        if (parameter.Type.SpecialType == SpecialType.System_String)
            return kind == HandlerKind.Message ? new ArgumentModel(ArgumentSource.Message) : null;
        if (parameter.Type.IsNamed(KnownNames.CloseReason))
            return kind == HandlerKind.Close ? new ArgumentModel(ArgumentSource.CloseReason) : null;

        // The message may one day have any type, so a class is not taken for a service unless it says so.
        var isService = kind == HandlerKind.Message ? parameter.Type.TypeKind == TypeKind.Interface : parameter.Type.IsReferenceType;
        return isService ? ServiceParser.TryParse(parameter) : null;
    }

    private static Diagnostic Unsupported(IParameterSymbol parameter, HandlerKind kind, CancellationToken cancellationToken)
        => Diagnostic.Create(
            Rules.UnsupportedParameter,
            Locations.Type(parameter, cancellationToken),
            parameter.Name,
            HandlerParser.NameOf(kind),
            Describe(parameter),
            kind == HandlerKind.Message
                ? "take the message as a string, or mark a service with [FromServices]"
                : "it takes the connection, a cancellation token and services");

    private static string Describe(IParameterSymbol parameter)
    {
        var modifier = (parameter.RefKind, parameter.IsParams) switch
        {
            (RefKind.Ref, _) => "ref ",
            (RefKind.Out, _) => "out ",
            (RefKind.In, _) => "in ",
            (RefKind.RefReadOnlyParameter, _) => "ref readonly ",
            (_, true) => "params ",
            _ => "",
        };
        return modifier + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }
}
