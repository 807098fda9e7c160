using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Knows what belongs to one request. A connection outlives its requests, so neither a service nor a message has it.</summary>
internal static class RequestTypes
{
    private static readonly string[] s_classes =
    [
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.HttpRequest",
        "Microsoft.AspNetCore.Http.HttpResponse",
        "System.Net.WebSockets.WebSocket",
    ];

    // What [FromQuery] and its like implement.
    private static readonly string[] s_sources =
    [
        "Microsoft.AspNetCore.Http.Metadata.IFromFormMetadata",
        "Microsoft.AspNetCore.Http.Metadata.IFromHeaderMetadata",
        "Microsoft.AspNetCore.Http.Metadata.IFromQueryMetadata",
        "Microsoft.AspNetCore.Http.Metadata.IFromRouteMetadata",
    ];

    /// <summary>Says where to find instead what a parameter wants of a request; <see langword="null"/> if it wants nothing of one.</summary>
    public static string? FindProblem(IParameterSymbol parameter, ClassKind kind)
    {
        if (parameter.Type.IsOrDerivesFrom("System.Security.Claims.ClaimsPrincipal"))
            return $"the user is {kind.ConnectionName}.User";
        if (Array.Exists(s_classes, parameter.Type.IsOrDerivesFrom))
            return $"a connection outlives its requests, and what is known of the first is {FirstRequest(kind)}";
        return parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && Array.Exists(s_sources, type.IsOrImplements))
            ? $"no request comes with it, and what is known of the first is {FirstRequest(kind)}"
            : null;
    }

    private static string FirstRequest(ClassKind kind) => $"{kind.ConnectionName}.{(kind == ClassKind.Namespace ? "Handshake" : "Client")}";
}
