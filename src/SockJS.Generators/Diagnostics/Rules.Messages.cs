using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Diagnostics;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor DuplicateName = Hard(
        DiagnosticIds.DuplicateName,
        "Handlers have different names",
        "'{0}' is for messages named '{1}', as '{2}' is",
        "A message is handled by one method, the one that has its name. Upper and lower case make different names. Handlers of base classes count.");

    public static readonly DiagnosticDescriptor InvalidName = Hard(
        DiagnosticIds.InvalidName,
        "Names are not empty",
        "The {0} of '{1}' {2}",
        "Messages are told apart by their names, and names from payloads by the JSON members that hold them. For messages without a name leave the argument out.");

    public static readonly DiagnosticDescriptor EndlessStream = Soft(
        DiagnosticIds.EndlessStream,
        DiagnosticSeverity.Info,
        "A sequence can be told to end",
        "'{0}' takes no cancellation token, so its sequence learns that the connection is closed only when its next item is due",
        "A sequence is asked for items until it ends or the connection is closed. While it waits for something else it notices the close by a cancellation token alone, and the instance of the connection stays until then.");

    public static readonly DiagnosticDescriptor ReplyWithoutResult = Soft(
        DiagnosticIds.ReplyWithoutResult,
        DiagnosticSeverity.Warning,
        "A handler that replies returns something",
        "'{0}' returns nothing that could be sent as '{1}'",
        "Reply is the name under which the result of the method is sent. Return the value, by itself, in a task or in a sequence, or leave Reply out.");

    public static readonly DiagnosticDescriptor InvalidJsonContext = Hard(
        DiagnosticIds.InvalidJsonContext,
        "A JSON context can be named in generated code",
        "'{0}' cannot be the JSON context of the {2}: it {1}",
        "The endpoint takes its metadata from the property 'Default' of the context, which the JSON generator adds to partial classes that are derived from JsonSerializerContext and have [JsonSerializable].");

    public static readonly DiagnosticDescriptor FlatPayload = Hard(
        DiagnosticIds.FlatPayload,
        "Payloads in a flat shape are JSON objects",
        "'{0}' is no JSON object, and in a flat shape the members of the payload stand beside the name of the message",
        "In a flat shape a message is one JSON object that has the name and the members of the payload, so there is no place for a text, a number or an array. Put it into a type with members, or use the shape Envelope.");

    public static readonly DiagnosticDescriptor InvalidClient = Hard(
        DiagnosticIds.InvalidClient,
        "A client interface has methods that send",
        "'{0}' cannot be a client interface: {1}",
        "The interface is implemented by generated code, in which every method sends a message of its own: it returns Task or ValueTask, and takes the payload, as one parameter or as several members, and a cancellation token.");
}
