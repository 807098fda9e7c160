using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what each parameter of a handler of an endpoint is given.</summary>
internal static class EndpointParameterParser
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
            HandlerParameterParser.Report(parameter, kind, problem, context);
        }

        var models = PayloadParser.TryParseAll(method, payloads, isNamed, context);
        if (!isValid || models is not { } taken)
            return null;
        return (taken.Count > 1 ? ToMembers(arguments, taken) : arguments.ToEquatableArray(), taken);
    }

    private static ArgumentModel? TryParse(IParameterSymbol parameter, HandlerKind kind, out string problem)
    {
        if (HandlerParameterParser.TryParseCommon(parameter, kind, out var common, out problem))
            return common;

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
