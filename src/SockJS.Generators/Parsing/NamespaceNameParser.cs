using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.SocketIO.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the name of a namespace.</summary>
internal static class NamespaceNameParser
{
    /// <summary>The key under which a diagnostic carries the name that was meant.</summary>
    public const string Key = "Namespace";

    public static string? TryParse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        // An argument that is missing or of another type is the compiler's error.
        if (type.FindAttribute(KnownNames.NamespaceAttribute) is not { } attribute
            || attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive } argument])
        {
            return null;
        }

        var name = argument.Value as string;
        if (NamespaceName.FindProblem(name) is not { } problem)
            return name;

        report?.Invoke(Diagnostic.Create(Rules.InvalidNamespace, Locations.FirstArgument(attribute, cancellationToken), Repair(name), name, problem));
        return null;
    }

    // Where only the slash is missing, it is clear what was meant.
    private static ImmutableDictionary<string, string?> Repair(string? name)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return name is not null && NamespaceName.FindProblem("/" + name) is null ? none.Add(Key, "/" + name) : none;
    }
}
