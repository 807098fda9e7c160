using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor InvalidTopic = Hard(
        DiagnosticIds.InvalidTopic,
        "A topic is a plain name",
        "The topic '{0}' {1}",
        "Clients name the topic in every frame of its channels, in front of a comma. It has 1 to 128 characters, none of which is a comma or a control character.");

    public static readonly DiagnosticDescriptor DuplicateTopic = Soft(
        DiagnosticIds.DuplicateTopic,
        DiagnosticSeverity.Error,
        "Channels of an endpoint have different topics",
        "The topic '{0}' of '{1}' is also the topic of '{2}'",
        "A frame has nothing but its topic to tell which channel it belongs to. Letter case makes a difference to it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EndpointAndChannel = Hard(
        DiagnosticIds.EndpointAndChannel,
        "A class is an endpoint or a channel",
        "'{0}' is {1} already, so it cannot be {2} too",
        "An endpoint has connections of its own, a channel is carried by those of another endpoint, and each class is described once. Derive two classes from one that has the handlers. Neither is a namespace of Socket.IO, which has handlers of another kind.");
}
