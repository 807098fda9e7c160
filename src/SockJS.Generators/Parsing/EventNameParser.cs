using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.SocketIO.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the name of the event that a handler is for.</summary>
internal static class EventNameParser
{
    /// <summary>Reads the name.</summary>
    /// <returns>Whether it is one that clients can send.</returns>
    public static bool TryParse(IMethodSymbol method, AttributeData attribute, ParserContext context, out string? name)
    {
        name = NameOf(attribute);
        // An argument that is missing or of another type is the compiler's error.
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive }])
            return false;
        if (FindProblem(name) is not { } problem)
            return true;

        context.Report(Rules.InvalidEvent, Locations.FirstArgument(attribute, context.CancellationToken), name, method.Name, problem);
        return false;
    }

    public static string? NameOf(AttributeData attribute) => attribute.ConstructorArgument(0) as string;

    private static string? FindProblem(string? name) => name switch
    {
        null or "" => "has no name",
        "connect" => "is raised by clients themselves: what connects is handled by [OnConnect]",
        "disconnect" or "disconnecting" => "is raised by clients themselves: what disconnects is handled by [OnDisconnect]",
        _ => ReservedEvents.Contains(name) ? "is raised by clients themselves and never sent" : null,
    };
}
