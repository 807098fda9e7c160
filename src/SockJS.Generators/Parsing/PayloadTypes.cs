using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>Finds the payloads of a class whose JSON metadata the application has to supply.</summary>
internal static class PayloadTypes
{
    public static IEnumerable<PayloadType> Find(INamedTypeSymbol endpoint, CancellationToken cancellationToken)
        => (ClassKind.Of(endpoint) == ClassKind.Namespace ? FindOfEvents(endpoint, cancellationToken) : FindHandled(endpoint, cancellationToken))
            .Concat(FindSentToClients(endpoint, cancellationToken))
            .Where(payload => !JsonLeafTypes.IsSupplied(payload.Type) && !(ClassKind.Of(endpoint) == ClassKind.Namespace && IsBytes(payload.Type)));

    private static IEnumerable<PayloadType> FindHandled(INamedTypeSymbol endpoint, CancellationToken cancellationToken)
    {
        foreach (var (method, _) in HandlerFinder.FindAll(endpoint, HandlerKind.Message).Where(handler => IsCallable(handler.Method)))
        {
            foreach (var parameter in method.Parameters.Where(IsPayload))
                yield return new PayloadType(parameter.Type, InSource(Locations.Type(parameter, cancellationToken), endpoint));
            if (IsResult(method))
                yield return new PayloadType(HandlerResultParser.SentType(method), InSource(Locations.Result(method, cancellationToken), endpoint));
        }
    }

    private static IEnumerable<PayloadType> FindOfEvents(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var handlers = ClassKind.Namespace.Handlers.SelectMany(kind => HandlerFinder.FindAll(type, kind).Select(handler => (Kind: kind, handler.Method)));
        foreach (var (kind, method) in handlers.Where(handler => IsCallable(handler.Method)))
        {
            foreach (var parameter in method.Parameters.Where(parameter => IsOfClient(parameter, kind, type)))
                yield return new PayloadType(parameter.Type, InSource(Locations.Type(parameter, cancellationToken), type));
            if (kind is HandlerKind.Event or HandlerKind.AnyEvent && IsResult(method))
                yield return new PayloadType(HandlerResultParser.SentType(method), InSource(Locations.Result(method, cancellationToken), type));
        }
    }

    private static IEnumerable<PayloadType> FindSentToClients(INamedTypeSymbol endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.FindAnnotation() is not { } attribute
            || attribute.NamedArgument<INamedTypeSymbol>("Client") is not { TypeKind: TypeKind.Interface } client)
        {
            yield break;
        }

        var methods = client.AllInterfaces.Insert(0, client).SelectMany(contract => contract.GetMembers()).OfType<IMethodSymbol>();
        foreach (var method in methods.Where(IsSent))
        {
            foreach (var parameter in method.Parameters)
            {
                if (CanWrite(parameter.Type) && !parameter.Type.IsNamed(KnownNames.CancellationToken))
                    yield return new PayloadType(parameter.Type, InSource(Locations.Type(parameter, cancellationToken), endpoint));
            }

            if (ClassKind.Of(endpoint).HasAnswers && ClientMethodParser.AnswerType(method) is { } answer && CanWrite(answer))
                yield return new PayloadType(answer, InSource(Locations.Result(method, cancellationToken), endpoint));
        }
    }

    private static bool IsCallable(IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, IsGenericMethod: false, RefKind: RefKind.None };

    private static bool IsSent(IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: true, IsGenericMethod: false };

    private static bool IsPayload(IParameterSymbol parameter)
        => parameter is { RefKind: RefKind.None, IsParams: false }
            && !ServiceParser.IsMarked(parameter)
            && ServiceParser.TryParseWellKnown(parameter.Type, ClassKind.Endpoint) is null
            && !parameter.Type.IsNamed(KnownNames.CloseReason)
            && !IsText(parameter.Type)
            && !HasError(parameter.Type)
            && JsonCreation.FindProblem(parameter.Type) is null;

    private static bool IsOfClient(IParameterSymbol parameter, HandlerKind kind, INamedTypeSymbol type)
        => !HasError(parameter.Type)
            && NamespaceParameterParser.TryParse(parameter, kind, type.FindAnnotation(), out _) is { Source: ArgumentSource.EventArgument or ArgumentSource.Auth };

    private static bool IsResult(IMethodSymbol method)
        => !method.ReturnsVoid && !method.ReturnType.IsNamed(KnownNames.Task) && !method.ReturnType.IsNamed(KnownNames.ValueTask)
            && CanWrite(HandlerResultParser.SentType(method));

    private static bool CanWrite(ITypeSymbol type) => !HasError(type) && JsonTypes.FindProblem(type) is null;

    // A parameter takes the message as it is.
    private static bool IsText(ITypeSymbol type)
        => type.IsNamed(KnownNames.ReadOnlyMemory)
            && type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte }] };

    // The library brings the metadata of both kinds of binary values.
    private static bool IsBytes(ITypeSymbol type)
        => type.WithoutNullable() is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } memory && memory.IsNamed(KnownNames.ReadOnlyMemory);

    // What the compiler does not understand is its own to report.
    private static bool HasError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError),
        _ => false,
    };

    private static Location InSource(Location location, INamedTypeSymbol endpoint)
        => location.IsInSource ? location : Locations.Identifier(endpoint);
}
