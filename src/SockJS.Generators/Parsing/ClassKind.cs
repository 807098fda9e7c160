using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;

namespace SockJS.Generators.Parsing;

/// <summary>What differs between the annotated classes of the two protocols, and is used where both are read alike.</summary>
internal sealed class ClassKind
{
    /// <summary>Gets the kind of endpoints, and of channels.</summary>
    public static ClassKind Endpoint { get; } = new()
    {
        Noun = "endpoint",
        Article = "an",
        Attribute = "[SockJSEndpoint]",
        Connection = KnownNames.Connection,
        ConnectionName = "SockJSConnection",
        ConnectionNoun = "the connection",
        ConnectionSource = ArgumentSource.Connection,
        ClosedSource = ArgumentSource.Closed,
        Handlers = [HandlerKind.Open, HandlerKind.Message, HandlerKind.Close],
        DuplicateNameRule = Rules.DuplicateName,
        SeveralHandlersRule = Rules.SeveralHandlers,
        ParameterRule = Rules.UnsupportedParameter,
        ResultRule = Rules.UnsupportedReturnType,
        ClientRule = Rules.InvalidClient,
        HandlerOutsideRule = Rules.HandlerOutsideEndpoint,
    };

    /// <summary>Gets the kind of namespaces of Socket.IO.</summary>
    public static ClassKind Namespace { get; } = new()
    {
        Noun = "namespace",
        Article = "a",
        Attribute = "[SocketIONamespace]",
        Connection = KnownNames.Socket,
        ConnectionName = "SocketIOSocket",
        ConnectionNoun = "the socket",
        ConnectionSource = ArgumentSource.Socket,
        ClosedSource = ArgumentSource.Disconnected,
        Handlers = [HandlerKind.Connect, HandlerKind.Event, HandlerKind.AnyEvent, HandlerKind.Disconnect],
        DuplicateNameRule = Rules.DuplicateEvent,
        SeveralHandlersRule = Rules.SeveralSocketHandlers,
        ParameterRule = Rules.UnsupportedArgument,
        ResultRule = Rules.UnsupportedResult,
        ClientRule = Rules.InvalidEventClient,
        HandlerOutsideRule = Rules.HandlerOutsideNamespace,
    };

    public required string Noun { get; init; }

    public required string Article { get; init; }

    public required string Attribute { get; init; }

    /// <summary>Gets the metadata name of what handlers take as their client.</summary>
    public required string Connection { get; init; }

    public required string ConnectionName { get; init; }

    public required string ConnectionNoun { get; init; }

    public required ArgumentSource ConnectionSource { get; init; }

    public required ArgumentSource ClosedSource { get; init; }

    /// <summary>Gets the kinds of handlers, in the order in which they run.</summary>
    public required IReadOnlyList<HandlerKind> Handlers { get; init; }

    public required DiagnosticDescriptor DuplicateNameRule { get; init; }

    public required DiagnosticDescriptor SeveralHandlersRule { get; init; }

    public required DiagnosticDescriptor ParameterRule { get; init; }

    public required DiagnosticDescriptor ResultRule { get; init; }

    public required DiagnosticDescriptor ClientRule { get; init; }

    public required DiagnosticDescriptor HandlerOutsideRule { get; init; }

    /// <summary>Gets a value indicating whether the methods of client interfaces may wait for an answer.</summary>
    public bool HasAnswers => this == Namespace;

    public static ClassKind Of(ISymbol type) => type.HasAttribute(KnownNames.NamespaceAttribute) ? Namespace : Endpoint;

    /// <summary>Returns the kind of the classes in which a handler is looked for.</summary>
    public static ClassKind Of(HandlerKind handler) => handler is HandlerKind.Open or HandlerKind.Message or HandlerKind.Close ? Endpoint : Namespace;
}
