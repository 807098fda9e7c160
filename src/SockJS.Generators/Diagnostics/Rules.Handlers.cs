using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor HandlerOutsideEndpoint = Soft(
        DiagnosticIds.HandlerOutsideEndpoint,
        DiagnosticSeverity.Warning,
        "A handler is declared in an endpoint class",
        "'{0}' is never called: {1} on it has no effect, since {2}",
        "Handlers are looked for in annotated classes and in their base classes. Add [SockJSEndpoint], or make the class abstract if endpoints elsewhere are derived from it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoHandlers = Soft(
        DiagnosticIds.NoHandlers,
        DiagnosticSeverity.Warning,
        "An endpoint has a handler",
        "The endpoint '{0}' has neither an [OnMessage] nor an [OnOpen] method, so it accepts connections and ignores them",
        "Mark the method that handles messages with [OnMessage], in the class itself or in a base class.");

    public static readonly DiagnosticDescriptor SeveralHandlers = Hard(
        DiagnosticIds.SeveralHandlers,
        "An endpoint has one handler of a kind",
        "The endpoint '{0}' has another {1}, '{2}'",
        "The class has at most one [OnOpen], one [OnClose] and one [OnMessage] method without a name, since no rule says which of two runs first. Handlers of base classes count.");

    public static readonly DiagnosticDescriptor UnsupportedMethod = Hard(
        DiagnosticIds.UnsupportedMethod,
        "A handler is an ordinary instance method",
        "'{0}' cannot be a handler: it {1}",
        "Handlers are called on the instance of their connection, without type arguments. In the endpoint itself they may be private, in a base class the endpoint must be able to call them.");

    public static readonly DiagnosticDescriptor UnsupportedParameter = Hard(
        DiagnosticIds.UnsupportedParameter,
        "A handler takes what can be supplied",
        "The parameter '{0}' of the {1} method cannot have the type '{2}': {3}",
        "An [OnMessage] method takes the payload as text or as anything that JSON can read, the connection, a cancellation token and services: interfaces, or types marked with [FromServices] or [FromKeyedServices]. "
            + "[OnOpen] and [OnClose] methods take the connection, a cancellation token and services, and [OnClose] the close reason too.");

    public static readonly DiagnosticDescriptor SeveralMessages = Hard(
        DiagnosticIds.SeveralMessages,
        "A handler takes one message",
        "'{0}' cannot take '{1}' beside '{2}', since {3}: take one type that has all, or mark a service with [FromServices]",
        "A single parameter takes the whole payload. Several parameters of a method with a name take members of the payload, and are plain values or collections of such; anything else could as well be meant as a service.");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Hard(
        DiagnosticIds.UnsupportedReturnType,
        "A handler returns something to wait for or to send",
        "The {1} method '{0}' cannot return '{2}': it returns {3}",
        "What [OnMessage] methods return is sent to the client as text or JSON, what [OnOpen] methods return as text. After a close nothing can be sent, so an [OnClose] method returns void, Task or ValueTask. The declared type counts.");

    public static readonly DiagnosticDescriptor AsyncVoid = Hard(
        DiagnosticIds.AsyncVoid,
        "A handler is not async void",
        "'{0}' is async void, so messages would overtake each other and an exception would end the process: return Task",
        "The next message waits for the handler of the one before. Nobody can wait for an async void method, and nobody can catch what it throws.");
}
