using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what each parameter of a handler of a namespace is given.</summary>
internal static class NamespaceParameterParser
{
    public static (EquatableArray<ArgumentModel> Arguments, EquatableArray<PayloadModel> Payloads)? TryParseAll(
        IMethodSymbol method, HandlerKind kind, ParserContext context)
    {
        var arguments = new List<ArgumentModel>();
        var payloads = new List<PayloadModel>();
        var names = new Dictionary<ArgumentSource, IParameterSymbol>();
        var isValid = true;
        foreach (var parameter in method.Parameters)
        {
            if (TryParse(parameter, kind, context.Attribute, out var problem) is { } argument && IsFirst(argument.Source, parameter, names, ref problem))
            {
                if (argument.Source is ArgumentSource.EventArgument or ArgumentSource.Auth)
                {
                    argument = argument with { Index = payloads.Count };
                    payloads.Add(PayloadParser.Parse(parameter));
                }

                arguments.Add(argument);
                continue;
            }

            isValid = false;
            HandlerParameterParser.Report(parameter, kind, problem, context);
        }

        return isValid ? (arguments.ToEquatableArray(), payloads.ToEquatableArray()) : null;
    }

    /// <summary>Decides what a parameter is given.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="kind">What the method handles.</param>
    /// <param name="annotation">The attribute of the class.</param>
    /// <param name="problem">What is wrong where nothing fits.</param>
    public static ArgumentModel? TryParse(IParameterSymbol parameter, HandlerKind kind, AttributeData? annotation, out string problem)
    {
        if (HandlerParameterParser.TryParseCommon(parameter, kind, out var common, out problem))
            return common;
        return TryParseOwn(parameter, kind, annotation, out problem) is { } own ? own : problem.Length > 0 ? null : TryParseValue(parameter, kind, out problem);
    }

    // Types of the library that a kind of handlers takes; with a problem, those that it does not take.
    private static ArgumentModel? TryParseOwn(IParameterSymbol parameter, HandlerKind kind, AttributeData? annotation, out string problem)
    {
        problem = "";
        var isEvent = kind is HandlerKind.Event or HandlerKind.AnyEvent;
        var type = parameter.Type;
        if (type.IsNamed(KnownNames.DisconnectReason))
            return TakeIf(kind == HandlerKind.Disconnect, ArgumentSource.CloseReason, "the reason is there for [OnDisconnect] methods alone", out problem);
        if (type.IsNamed(KnownNames.Ack))
            return TakeIf(isEvent, ArgumentSource.Ack, "only events are acknowledged", out problem);
        if (type.IsNamed(KnownNames.EventArguments))
            return TakeIf(isEvent, ArgumentSource.EventArguments, "only events have arguments", out problem);
        if (annotation?.NamedArgument<ITypeSymbol>("Client") is not { } client || !type.Equals(client, SymbolEqualityComparer.Default))
            return null;
        return TakeIf(kind != HandlerKind.Disconnect, ArgumentSource.Client, "a socket that is disconnected gets no events", out problem) is { } taken
            ? taken with { Type = CSharpText.Type(type) }
            : null;
    }

    private static ArgumentModel? TakeIf(bool fits, ArgumentSource source, string otherwise, out string problem)
    {
        problem = fits ? "" : otherwise;
        return fits ? new ArgumentModel(source) : null;
    }

    private static ArgumentModel? TryParseValue(IParameterSymbol parameter, HandlerKind kind, out string problem)
    {
        if (kind is HandlerKind.Event or HandlerKind.Connect)
            return TryParseJson(parameter, kind, out problem);

        problem = "";
        if (kind == HandlerKind.AnyEvent && parameter.Type.SpecialType == SpecialType.System_String)
            return new ArgumentModel(ArgumentSource.EventName);
        problem = kind == HandlerKind.AnyEvent
            ? "it takes the name as a string, the arguments as SocketIOArguments, the socket, its client interface, the SocketIOAck, a cancellation token and services"
            : "it takes the reason, the socket, a cancellation token and services";
        return parameter.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } ? ServiceParser.TryParse(parameter) : null;
    }

    private static ArgumentModel? TryParseJson(IParameterSymbol parameter, HandlerKind kind, out string problem)
    {
        problem = "";
        var type = parameter.Type;
        if (JsonCreation.FindProblem(type) is { } found)
        {
            problem = $"{found}; a service is marked with [FromServices]";
            return JsonCreation.IsServiceInterface(type) ? ServiceParser.TryParse(parameter) : null;
        }

        if (kind == HandlerKind.Event)
            return new ArgumentModel(ArgumentSource.EventArgument, CSharpText.Type(type));

        problem = "the auth payload is a JSON object";
        return JsonKinds.IsNoObject(type) ? null : new ArgumentModel(ArgumentSource.Auth);
    }

    // There is one name and one auth payload.
    private static bool IsFirst(ArgumentSource source, IParameterSymbol parameter, Dictionary<ArgumentSource, IParameterSymbol> seen, ref string problem)
    {
        if (source is not (ArgumentSource.EventName or ArgumentSource.Auth))
            return true;
        if (!seen.TryGetValue(source, out var first))
        {
            seen.Add(source, parameter);
            return true;
        }

        problem = source == ArgumentSource.Auth
            ? $"the auth payload is one value, and '{first.Name}' takes it; a service is marked with [FromServices]"
            : $"'{first.Name}' takes the name of the event";
        return false;
    }
}
