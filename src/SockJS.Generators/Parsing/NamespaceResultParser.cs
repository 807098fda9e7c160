using System.Linq;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what becomes of the result of a handler of a namespace.</summary>
internal static class NamespaceResultParser
{
    public static ResultModel? TryParse(IMethodSymbol method, HandlerKind kind, ParserContext context)
    {
        if (HandlerResultParser.IsAsyncVoid(method, context))
            return null;

        var result = HandlerResultParser.TryClassify(method);
        if (result is null || !IsAllowed(result, method, kind))
        {
            Report(method, kind, context);
            return null;
        }

        if (IsValue(result) && method.Parameters.FirstOrDefault(parameter => parameter.Type.IsNamed(KnownNames.Ack)) is { } ack && kind != HandlerKind.Connect)
        {
            context.Report(Rules.AckWithResult, Locations.Type(ack, context.CancellationToken), method.Name);
            return null;
        }

        // A text is JSON like anything else here.
        return result.Kind == ResultKind.Text ? result with { Kind = ResultKind.Value } : result;
    }

    private static bool IsAllowed(ResultModel result, IMethodSymbol method, HandlerKind kind) => kind switch
    {
        HandlerKind.Connect => !IsValue(result) || (!result.IsStream && HandlerResultParser.SentType(method).SpecialType == SpecialType.System_Boolean),
        HandlerKind.Disconnect => !IsValue(result),
        _ => !result.IsStream,
    };

    private static bool IsValue(ResultModel result) => result.Kind is ResultKind.Text or ResultKind.Value;

    private static void Report(IMethodSymbol method, HandlerKind kind, ParserContext context)
    {
        if (method.ReturnType.IsRefusedByCompiler())
            return;
        context.Report(
            Rules.UnsupportedResult,
            Locations.ReturnType(method, context.CancellationToken),
            method.Name,
            HandlerFinder.NameOf(kind),
            method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Describe(kind));
    }

    private static string Describe(HandlerKind kind) => kind switch
    {
        HandlerKind.Connect => "void, Task, ValueTask, bool, Task<bool> or ValueTask<bool>",
        HandlerKind.Disconnect => "void, Task or ValueTask",
        _ => "void, Task, ValueTask, or a value that can be written as JSON: by itself or in a task",
    };
}
