using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what becomes of the result of a handler. The declared type counts: a class that happens to be a sequence is refused.</summary>
internal static class HandlerResultParser
{
    /// <summary>Reads the result of a handler; <see langword="null"/> if one of its kind cannot have it.</summary>
    public static ResultModel? TryParse(IMethodSymbol method, HandlerKind kind, ParserContext context)
    {
        if (IsAsyncVoid(method, context))
            return null;

        var result = TryClassify(method);
        if (result is not null && IsAllowed(result, method, kind))
            return result;

        if (!method.ReturnType.IsRefusedByCompiler())
        {
            context.Report(
                context.Kind.ResultRule,
                Locations.ReturnType(method, context.CancellationToken),
                method.Name,
                HandlerFinder.NameOf(kind),
                method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                Describe(kind));
        }

        return null;
    }

    /// <summary>The type of what is sent: the result, or what is inside the task or the sequence that it is.</summary>
    public static ITypeSymbol SentType(IMethodSymbol method)
        => method.ReturnType is INamedTypeSymbol { TypeArguments: [var inner] } type && (IsTaskOfValue(type) || IsStream(type)) ? inner : method.ReturnType;

    public static bool IsStream(ITypeSymbol type) => type.IsNamed(KnownNames.AsyncEnumerable);

    // Null for what can be neither waited for nor sent.
    private static ResultModel? TryClassify(IMethodSymbol method)
    {
        var type = method.ReturnType;
        if (method.RefKind != RefKind.None || type.IsRefusedByCompiler())
            return null;
        if (type.SpecialType == SpecialType.System_Void)
            return new ResultModel(ResultKind.None);

        var isTask = type.IsNamed(KnownNames.Task) || type.IsNamed(KnownNames.ValueTask);
        var sent = SentType(method);
        var isWrapped = isTask || !sent.Equals(type, SymbolEqualityComparer.Default);
        // A task that may be null cannot be waited for.
        if (isWrapped && type.NullableAnnotation == NullableAnnotation.Annotated)
            return null;
        if (isTask)
            return new ResultModel(type.IsValueType ? ResultKind.ValueTask : ResultKind.Task);
        if (JsonTypes.FindProblem(sent) is not null)
            return null;

        var kind = sent.SpecialType == SpecialType.System_String ? ResultKind.Text : ResultKind.Value;
        return new ResultModel(kind, CSharpText.Type(sent))
        {
            IsStream = IsStream(type),
            MayHoldNull = isWrapped && sent is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated },
        };
    }

    private static bool IsTaskOfValue(ITypeSymbol type) => type.IsNamed(KnownNames.TaskOfT) || type.IsNamed(KnownNames.ValueTaskOfT);

    private static bool IsAllowed(ResultModel result, IMethodSymbol method, HandlerKind kind) => kind switch
    {
        HandlerKind.Message => true,
        HandlerKind.Open => result.Kind != ResultKind.Value,
        HandlerKind.Event or HandlerKind.AnyEvent => !result.IsStream,
        HandlerKind.Connect => !result.IsValue || (!result.IsStream && SentType(method).SpecialType == SpecialType.System_Boolean),
        _ => !result.IsValue,
    };

    private static string Describe(HandlerKind kind) => kind switch
    {
        HandlerKind.Message => "void, Task, ValueTask, or a value that can be written as JSON: by itself, in a task or in an IAsyncEnumerable",
        HandlerKind.Open => "void, Task, ValueTask, string, Task<string>, ValueTask<string> or IAsyncEnumerable<string>",
        HandlerKind.Event or HandlerKind.AnyEvent => "void, Task, ValueTask, or a value that can be written as JSON: by itself or in a task",
        HandlerKind.Connect => "void, Task, ValueTask, bool, Task<bool> or ValueTask<bool>",
        _ => "void, Task or ValueTask",
    };

    private static bool IsAsyncVoid(IMethodSymbol method, ParserContext context)
    {
        if (method is not { IsAsync: true, ReturnsVoid: true })
            return false;
        context.Report(Rules.AsyncVoid, Locations.ReturnType(method, context.CancellationToken), method.Name);
        return true;
    }
}
