using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor InvalidPrefix = Hard(
        DiagnosticIds.InvalidPrefix,
        "A prefix is a plain path",
        "The prefix '{0}' {1}",
        "All URLs of an endpoint are made by adding to its prefix, so the prefix starts with a slash, does not end in one, and has plain segments that need no escaping.");

    public static readonly DiagnosticDescriptor DuplicatePrefix = Soft(
        DiagnosticIds.DuplicatePrefix,
        DiagnosticSeverity.Error,
        "Endpoints have different prefixes",
        "The prefix '{0}' of '{1}' is also the prefix of '{2}'",
        "Routing cannot choose between two endpoints of one prefix. Letter case makes no difference to it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ReservedPath = Soft(
        DiagnosticIds.ReservedPath,
        DiagnosticSeverity.Error,
        "An endpoint keeps off the URLs of another",
        "The prefix '{0}' of '{1}' takes '{2}', a URL of '{3}'",
        "Below its prefix an endpoint serves /info, /websocket, /iframe*.html and the session URLs /<server>/<session>/<transport>. Choose a prefix that is none of them.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotPartial = Hard(
        DiagnosticIds.NotPartial,
        "An endpoint class is partial",
        "'{0}' must be partial, since code is added to the {2} '{1}'",
        "The description of an endpoint is added to its class, which takes the modifier 'partial' on the class and on all types around it.");

    public static readonly DiagnosticDescriptor UnsupportedClass = Hard(
        DiagnosticIds.UnsupportedClass,
        "An endpoint is a class that can be created from the outside",
        "'{0}' cannot be {2}: it {1}",
        "One instance of the class serves each connection, and is created by code elsewhere in the assembly. The class is not static, abstract, generic, private, local to a file or obsolete to the point of an error.");

    public static readonly DiagnosticDescriptor AmbiguousConstructor = Hard(
        DiagnosticIds.AmbiguousConstructor,
        "An endpoint has one constructor to call",
        "The {2} '{0}' {1}",
        "The constructor is chosen at compile time: the only one that is public or internal, or the one marked with [ActivatorUtilitiesConstructor].");

    public static readonly DiagnosticDescriptor UnsupportedConstructorParameter = Hard(
        DiagnosticIds.UnsupportedConstructorParameter,
        "A constructor takes the connection and services",
        "The parameter '{0}' of type '{1}' cannot be supplied: the constructor of {2} takes {3} and services",
        "Parameters by reference, strings and value types have no service. Take a service or options that hold the value, mark the parameter with [FromKeyedServices], or give it a default value.");

    public static readonly DiagnosticDescriptor RequiredMember = Hard(
        DiagnosticIds.RequiredMember,
        "An endpoint has no required members",
        "The required member '{0}' of the {2} '{1}' is set by nobody",
        "The endpoint is created by its constructor alone. Take the value as a constructor parameter, or mark a constructor that sets it with [SetsRequiredMembers].");

    public static readonly DiagnosticDescriptor AttributeNotCopied = Soft(
        DiagnosticIds.AttributeNotCopied,
        DiagnosticSeverity.Warning,
        "Attributes of an endpoint can be copied",
        "The attribute '{0}' has no effect on the {2} '{1}': it, or a type that it names, cannot be used in generated code",
        "Attributes of the class become metadata of its routes by code that creates them again, so the attribute and the types in its arguments must be accessible to the class from another file.");

    public static readonly DiagnosticDescriptor InvalidManager = Hard(
        DiagnosticIds.InvalidManager,
        "A session manager can be made in generated code",
        "'{0}' cannot be the session manager of the endpoint: it {1}",
        "The manager is a class that is derived from SockJSSessionManager and can be made from services: by its only public or internal constructor, or the one marked with [ActivatorUtilitiesConstructor], whose parameters are services. "
            + "One that is made otherwise is given to SockJSOptions.SessionManager.");
}
