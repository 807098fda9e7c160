using System;
using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the lambda that adds the handlers of a namespace.</summary>
internal static class EventsFormatter
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public static string Format(IReadOnlyList<HandlerModel> handlers)
    {
        var answers = new ReplyLocals(handlers.Where(handler => handler.Kind is HandlerKind.Event or HandlerKind.AnyEvent), "answer", "handlers.Answer");
        return MessagesFormatter.FormatLambda("handlers", [.. answers.Declarations, .. handlers.Select(handler => Add(handler, answers.Find(handler.Result)))]);
    }

    private static string Add(HandlerModel handler, string? answer) => handler.Kind switch
    {
        HandlerKind.Connect => Connect(handler),
        HandlerKind.Event => Event(handler, answer),
        HandlerKind.AnyEvent => $"handlers.OnAnyEvent({Lambda(", call", EventBody(handler, answer), answer)})",
        HandlerKind.Disconnect => $"handlers.OnDisconnect({Lambda(", reason", CallFormatter.Body(handler))})",
        _ => throw new ArgumentOutOfRangeException(nameof(handler)),
    };

    private static string Connect(HandlerModel handler) => handler.Payloads switch
    {
        { Count: 0 } => $"handlers.OnConnect({Lambda("", ConnectBody(handler))})",
        var payloads => $"handlers.OnConnect<{payloads[0].Type}>({Lambda(", auth", ConnectBody(handler))}{MessagesFormatter.Rule(payloads[0])})",
    };

    private static string Event(HandlerModel handler, string? answer)
    {
        var name = CSharpText.Literal(handler.Message!);
        var lambda = Lambda(", call", EventBody(handler, answer), answer);
        if (handler.Payloads.Count == 0)
            return $"handlers.OnEvent({name}, [], {lambda})";

        var arguments = handler.Payloads.Select(payload => $"handlers.Argument<{payload.Type}>({CSharpText.Literal(payload.Parameter)}{MessagesFormatter.Rule(payload)})");
        if (handler.Payloads.Count == 1)
            return $"handlers.OnEvent({name}, [{arguments.Single()}], {lambda})";
        var lines = new[]
        {
            "handlers.OnEvent(",
            $"{name},",
            CSharpText.Indent("[\n" + string.Join("\n", arguments.Select(argument => argument + ","))),
            "],",
            $"{lambda})",
        };
        return CSharpText.Indent(string.Join("\n", lines));
    }

    private static string Lambda(string parameter, string body, string? answer = null)
        => $"{(answer is null ? "static " : "")}(self, socket, services{parameter}) => {body}";

    private static string ConnectBody(HandlerModel handler)
    {
        var call = CallFormatter.Call(handler);
        return handler.Result.Kind == ResultKind.None
            ? CallFormatter.Block(call, $"new {ValueTask}<bool>(true)")
            : $"{NamespaceEmitter.Seam}.ConnectResult.Of({call})";
    }

    // Who takes the acknowledgement answers by it; for anybody else the answer is the result, or that the method has ended.
    private static string EventBody(HandlerModel handler, string? answer)
    {
        if (handler.Arguments.Any(argument => argument.Source == ArgumentSource.Ack))
            return CallFormatter.Body(handler);

        var call = CallFormatter.Call(handler);
        return handler.Result.Kind switch
        {
            ResultKind.None => CallFormatter.Block(call, "call.AnswerAsync()"),
            ResultKind.Value => $"{answer}.SendAsync(call, {call}{(handler.Result.MayHoldNull ? "!" : "")})",
            _ => $"call.AnswerAsync({call})",
        };
    }
}
