using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor InvalidNamespace = Hard(
        DiagnosticIds.InvalidNamespace,
        "A namespace has a proper name",
        "The namespace '{0}' {1}",
        "The name of a namespace starts with a slash and has no comma, which ends it in a packet. In a pattern each value is a name in braces, and something stands between two values.");

    public static readonly DiagnosticDescriptor DuplicateNamespace = Soft(
        DiagnosticIds.DuplicateNamespace,
        DiagnosticSeverity.Error,
        "Namespaces have different names",
        "The namespace '{0}' of '{1}' is also that of '{2}'",
        "A client connects to a namespace by its name, and one class serves it. Upper and lower case make different names; the names of the values of a pattern make no difference.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InvalidEvent = Hard(
        DiagnosticIds.InvalidEvent,
        "An event has a name that clients can send",
        "The event '{0}' of '{1}' {2}",
        "Events have names, and connect, connect_error, disconnect, disconnecting, newListener and removeListener are raised by the libraries on both sides: no client sends them. "
            + "What connects and disconnects is handled by [OnConnect] and [OnDisconnect].");

    public static readonly DiagnosticDescriptor DuplicateEvent = Hard(
        DiagnosticIds.DuplicateEvent,
        "Events have one handler each",
        "'{0}' is for the event '{1}', as '{2}' is",
        "An event is handled by one method, the one that has its name. Upper and lower case make different names. Handlers of base classes count.");

    public static readonly DiagnosticDescriptor SeveralSocketHandlers = Hard(
        DiagnosticIds.SeveralSocketHandlers,
        "A namespace has one handler of a kind",
        "The namespace '{0}' has another {1}, '{2}'",
        "The class has at most one [OnConnect], one [OnAnyEvent] and one [OnDisconnect] method, since no rule says which of two runs first. Handlers of base classes count.");

    public static readonly DiagnosticDescriptor UnsupportedArgument = Hard(
        DiagnosticIds.UnsupportedArgument,
        "A handler of a namespace takes what can be supplied",
        "The parameter '{0}' of the {1} method cannot have the type '{2}': {3}",
        "[OnEvent] methods take the arguments of the event as anything that JSON can read or as bytes, [OnConnect] methods the auth payload, [OnAnyEvent] methods the name as a string and SocketIOArguments. "
            + "All take the socket, values of the namespace, a cancellation token and services: interfaces, or types marked with [FromServices] or [FromKeyedServices]. "
            + "Those of events take the SocketIOAck too, [OnDisconnect] methods the reason, and all others the client interface.");

    public static readonly DiagnosticDescriptor UnsupportedResult = Hard(
        DiagnosticIds.UnsupportedResult,
        "A handler of a namespace returns something to wait for or to answer with",
        "The {1} method '{0}' cannot return '{2}': it returns {3}",
        "What a handler of an event returns is the answer to a client that wants one: a single value that JSON can write, by itself or in a task. "
            + "An [OnConnect] method may return a bool, by which it refuses the client, and an [OnDisconnect] method has nobody to answer to. The declared type counts.");

    public static readonly DiagnosticDescriptor AckWithResult = Hard(
        DiagnosticIds.AckWithResult,
        "A handler answers in one way",
        "'{0}' returns the answer to the event and takes the SocketIOAck to give it: leave one of them out",
        "A client gets one answer to an event. It is the result of the method, or what the method gives to the SocketIOAck.");

    public static readonly DiagnosticDescriptor InvalidNamespaceValue = Hard(
        DiagnosticIds.InvalidNamespaceValue,
        "A value of a namespace is one of its pattern",
        "The parameter '{0}' cannot be given a value of the namespace '{1}': {2}",
        "[FromNamespace] gives a string parameter what the name of the namespace has in place of the braces with that name.");

    public static readonly DiagnosticDescriptor InvalidEventClient = Hard(
        DiagnosticIds.InvalidEventClient,
        "A client interface of a namespace has methods that emit",
        "'{0}' cannot be a client interface: {1}",
        "The interface is implemented by generated code, in which every method emits an event of its own: it takes the arguments and a cancellation token, and returns Task or ValueTask, or such a task of the answer that it waits for.");

    public static readonly DiagnosticDescriptor HandlerOutsideNamespace = Soft(
        DiagnosticIds.HandlerOutsideNamespace,
        DiagnosticSeverity.Warning,
        "A handler of events is declared in a namespace class",
        "'{0}' is never called: {1} on it has no effect, since {2}",
        "Handlers are looked for in classes with [SocketIONamespace] and in their base classes. Add the attribute, or make the class abstract if namespaces elsewhere are derived from it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AnswerOfMany = Soft(
        DiagnosticIds.AnswerOfMany,
        DiagnosticSeverity.Error,
        "An answer is that of one client",
        "'{0}' waits for the answer of one client, and an audience has many: call it on the client of a socket, or use EmitWithAckAsync",
        "A method of a client interface that returns an answer throws when it is called for an audience. ISocketIOAudience.EmitWithAckAsync returns the answers of all sockets of one.");
}
