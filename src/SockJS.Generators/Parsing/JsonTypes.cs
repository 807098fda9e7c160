using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>Knows the types whose values JSON can neither read nor write.</summary>
internal static class JsonTypes
{
    private static readonly string[] s_classes =
    [
        "System.IO.Stream",
        "System.Reflection.MemberInfo",
        "System.Reflection.Assembly",
        "System.Exception",
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.WebSockets.WebSocket",
        "System.Security.Claims.ClaimsPrincipal",
        "System.Threading.Channels.Channel`2",
        "System.Threading.Channels.ChannelReader`1",
        "System.Threading.Channels.ChannelWriter`1",
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.HttpRequest",
        "Microsoft.AspNetCore.Http.HttpResponse",
        "Microsoft.EntityFrameworkCore.DbContext",
        KnownNames.Connection,
        KnownNames.Socket,
        KnownNames.Task,
    ];

    private static readonly string[] s_structs = [KnownNames.ValueTask, KnownNames.ValueTaskOfT, KnownNames.CancellationToken, "System.IntPtr", "System.UIntPtr"];

    private static readonly string[] s_interfaces =
    [
        KnownNames.AsyncEnumerable,
        "System.Collections.Generic.IAsyncEnumerator`1",
        "System.Collections.IEnumerator",
        "System.IObservable`1",
        "Microsoft.AspNetCore.Http.IResult",
        "Microsoft.AspNetCore.Mvc.IActionResult",
        "Microsoft.AspNetCore.Mvc.Infrastructure.IConvertToActionResult",
    ];

    /// <summary>Says why a type cannot be JSON, whatever its members are.</summary>
    public static string? FindProblem(ITypeSymbol type) => type.WithoutNullable() switch
    {
        IArrayTypeSymbol { Rank: > 1 } => "JSON has no arrays of several dimensions",
        IArrayTypeSymbol array => FindProblem(array.ElementType),
        ITypeParameterSymbol => "it is an open type parameter",
        var value when IsNever(value) => "it is nothing that JSON could hold",
        INamedTypeSymbol named when JsonKinds.IsCollection(named) => named.TypeArguments.Select(FindProblem).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>Whether the type, or a class or interface that it is derived from, says how JSON is to treat it.</summary>
    public static bool HasConverter(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } found && found.IsOrDerivesFrom(KnownNames.JsonConverter))
                return true;
        }

        return false;
    }

    private static bool IsNever(ITypeSymbol type)
        => type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer
            || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate
            || type.IsRefLikeType
            || Array.Exists(s_structs, type.IsNamed)
            || Array.Exists(s_classes, type.IsOrDerivesFrom)
            || Array.Exists(s_interfaces, type.IsOrImplements);
}
