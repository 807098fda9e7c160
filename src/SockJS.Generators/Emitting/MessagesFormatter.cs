using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the lambda that adds the message handlers of an endpoint.</summary>
internal static class MessagesFormatter
{
    public static string Format(IReadOnlyList<HandlerModel> handlers)
    {
        var replies = new ReplyLocals(handlers, "reply", "routes.Reply");
        var routes = handlers.Select(handler => Route(handler, replies.Find(handler.Result)));
        return FormatLambda("routes", [.. replies.Declarations, .. routes]);
    }

    /// <summary>A lambda of one statement or several.</summary>
    public static string FormatLambda(string parameter, IReadOnlyList<string> statements)
        => statements is [var single]
            ? $"static {parameter} => {single}"
            : $"static {parameter} =>\n{CSharpText.Indent("{\n" + string.Join("\n", statements.Select(statement => statement + ";")))}\n}}";

    /// <summary>The arguments that say what a parameter accepts besides a value.</summary>
    public static string Rule(PayloadModel payload)
        => (payload.AllowsNull ? ", allowsNull: true" : "")
            + (payload.IsOptional ? ", isOptional: true" : "")
            + (payload.Default is null ? "" : $", defaultValue: {payload.Default}");

    private static string Route(HandlerModel handler, string? reply) => handler.Payloads.Count switch
    {
        0 => $"routes.On({Name(handler)}, {Lambda(handler, "", reply)}{Stream(handler)})",
        1 => $"routes.On<{handler.Payloads[0].Type}>({Name(handler)}, {Lambda(handler, ", payload", reply)}{Rule(handler.Payloads[0])}{Stream(handler)})",
        _ => MembersRoute(handler, reply),
    };

    private static string MembersRoute(HandlerModel handler, string? reply)
    {
        var members = handler.Payloads.Select(payload => $"routes.Member<{payload.Type}>({CSharpText.Literal(payload.Parameter)}{Rule(payload)}),");
        var lines = new[]
        {
            "routes.OnMembers(",
            $"{Name(handler)},",
            CSharpText.Indent("[\n" + string.Join("\n", members)),
            "],",
            $"{Lambda(handler, ", members", reply)}{(handler.Result.IsStream ? ",\nisStream: true" : "")})",
        };
        return CSharpText.Indent(string.Join("\n", lines));
    }

    private static string Lambda(HandlerModel handler, string parameter, string? reply)
        => $"{(reply is null ? "static " : "")}(self, connection, services{parameter}) => {CallFormatter.Body(handler, reply)}";

    private static string Name(HandlerModel handler) => handler.Message is null ? "null" : CSharpText.Literal(handler.Message);

    private static string Stream(HandlerModel handler) => handler.Result.IsStream ? ", isStream: true" : "";
}
