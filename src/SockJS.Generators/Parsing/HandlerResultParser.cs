using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Decides what becomes of the result of a handler. The declared type counts: a class that happens to be a sequence is refused.</summary>
internal static class HandlerResultParser
{
    public static HandlerResult? TryParse(IMethodSymbol method, HandlerKind kind, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            report?.Invoke(Diagnostic.Create(Rules.AsyncVoid, Locations.ReturnType(method, cancellationToken), method.Name));
            return null;
        }

        var result = method.RefKind == RefKind.None ? Classify(method.ReturnType) : null;
        if (result is not null && (result != HandlerResult.Sent || kind != HandlerKind.Close))
            return result;

        if (!method.ReturnType.IsError())
        {
            report?.Invoke(Diagnostic.Create(
                Rules.UnsupportedReturnType,
                Locations.ReturnType(method, cancellationToken),
                method.Name,
                HandlerParser.NameOf(kind),
                method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                kind == HandlerKind.Close
                    ? "void, Task or ValueTask"
                    : "void, Task, ValueTask, string, Task<string>, ValueTask<string> or IAsyncEnumerable<string>"));
        }

        return null;
    }

    private static HandlerResult? Classify(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return HandlerResult.None;
        if (type.SpecialType == SpecialType.System_String)
            return HandlerResult.Sent;

        // A task that may be null cannot be waited for.
        if (type.NullableAnnotation == NullableAnnotation.Annotated)
            return null;
        if (type.IsNamed(KnownNames.Task))
            return HandlerResult.Task;
        if (type.IsNamed(KnownNames.ValueTask))
            return HandlerResult.ValueTask;

        var carriesText = type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] }
            && (type.IsNamed(KnownNames.TaskOfT) || type.IsNamed(KnownNames.ValueTaskOfT) || type.IsNamed(KnownNames.AsyncEnumerable));
        return carriesText ? HandlerResult.Sent : null;
    }
}
