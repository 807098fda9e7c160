using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the name of the messages that a handler is for.</summary>
internal static class MessageNameParser
{
    /// <summary>Reads the name.</summary>
    /// <param name="method">The handler.</param>
    /// <param name="attribute">What makes it one.</param>
    /// <param name="context">The endpoint.</param>
    /// <param name="name">The name; <see langword="null"/> for all other messages, and for handlers of anything else.</param>
    /// <returns>Whether the name is one that messages can have.</returns>
    public static bool TryParse(IMethodSymbol method, AttributeData attribute, ParserContext context, out string? name)
    {
        name = NameOf(attribute);
        if (name is null)
            return attribute.AttributeConstructor is not null && attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Error }];
        if (!string.IsNullOrWhiteSpace(name))
            return true;

        context.Report(Rules.InvalidName, Locations.FirstArgument(attribute, context.CancellationToken), "message name", method.Name, "is empty");
        return false;
    }

    /// <summary>Whether the name can be compared with others, being neither an error nor empty.</summary>
    public static bool IsReadable(AttributeData attribute)
        => NameOf(attribute) is { } name
            ? !string.IsNullOrWhiteSpace(name)
            : attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Error }];

    public static string? NameOf(AttributeData attribute) => attribute.ConstructorArgument(0) as string;
}
