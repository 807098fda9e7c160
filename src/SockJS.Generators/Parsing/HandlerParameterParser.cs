using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what each parameter of a handler is given.</summary>
internal static class HandlerParameterParser
{
    public static (EquatableArray<ArgumentModel> Arguments, EquatableArray<PayloadModel> Payloads)? TryParseAll(
        IMethodSymbol method, HandlerKind kind, bool isNamed, ParserContext context)
    {
        var arguments = new List<ArgumentModel>();
        var payloads = new List<IParameterSymbol>();
        var isValid = true;
        foreach (var parameter in method.Parameters)
        {
            if (TryParse(parameter, kind, out var problem) is { } argument)
            {
                arguments.Add(argument);
                if (argument.Source == ArgumentSource.Payload)
                    payloads.Add(parameter);
                continue;
            }

            isValid = false;
            if (!parameter.Type.IsRefusedByCompiler())
                context.Report(Rules.UnsupportedParameter, Locations.Type(parameter, context.CancellationToken), parameter.Name, HandlerFinder.NameOf(kind), Describe(parameter), problem);
        }

        var models = PayloadParser.TryParseAll(method, payloads, isNamed, context);
        if (!isValid || models is not { } taken)
            return null;
        return (taken.Count > 1 ? ToMembers(arguments, taken) : arguments.ToEquatableArray(), taken);
    }

    /// <summary>Returns the type of a parameter as it is written, with what stands before it.</summary>
    public static string Describe(IParameterSymbol parameter)
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

    private static ArgumentModel? TryParse(IParameterSymbol parameter, HandlerKind kind, out string problem)
    {
        problem = "it is passed by reference or in any number";
        if (parameter.RefKind != RefKind.None || parameter.IsParams || parameter.Type.IsRefusedByCompiler())
            return null;

        problem = "there is no such service";
        if (ServiceParser.IsMarked(parameter))
            return ServiceParser.TryParse(parameter);
        if (ServiceParser.TryParseWellKnown(parameter.Type, ClassKind.Endpoint) is { } known)
        {
            // When a connection is closed its token is cancelled already, and whoever passed it on would do nothing.
            return kind == HandlerKind.Close && known.Source == ArgumentSource.Closed ? new ArgumentModel(ArgumentSource.NoCancellation) : known;
        }

        if (RequestTypes.FindProblem(parameter, ClassKind.Endpoint) is { } found)
        {
            problem = found;
            return null;
        }

        problem = "the reason of a close is there for [OnClose] methods alone";
        if (parameter.Type.IsNamed(KnownNames.CloseReason))
            return kind == HandlerKind.Close ? new ArgumentModel(ArgumentSource.CloseReason) : null;
        return kind == HandlerKind.Message ? TryParsePayload(parameter, out problem) : TryParseService(parameter, out problem);
    }

    private static ArgumentModel? TryParsePayload(IParameterSymbol parameter, out string problem)
    {
        problem = "";
        if (JsonCreation.FindProblem(parameter.Type) is not { } found)
            return new ArgumentModel(ArgumentSource.Payload);

        problem = $"{found}; a service is marked with [FromServices]";
        return JsonCreation.IsServiceInterface(parameter.Type) ? ServiceParser.TryParse(parameter) : null;
    }

    // There is no message that the value could come from.
    private static ArgumentModel? TryParseService(IParameterSymbol parameter, out string problem)
    {
        problem = "it takes the connection, a cancellation token and services";
        return parameter.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } ? ServiceParser.TryParse(parameter) : null;
    }

    private static EquatableArray<ArgumentModel> ToMembers(List<ArgumentModel> arguments, EquatableArray<PayloadModel> payloads)
    {
        var index = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Source != ArgumentSource.Payload)
                continue;

            arguments[i] = new ArgumentModel(ArgumentSource.Member, payloads[index].Type) { Index = index };
            index++;
        }

        return arguments.ToEquatableArray();
    }
}
