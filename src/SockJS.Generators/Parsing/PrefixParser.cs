using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the prefix of an endpoint.</summary>
internal static class PrefixParser
{
    public static string? TryParse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        // An argument that is missing or of another type is the compiler's error.
        if (type.FindAttribute(KnownNames.EndpointAttribute) is not { } attribute
            || attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive } argument])
        {
            return null;
        }

        var prefix = argument.Value as string;
        if (EndpointPath.FindProblem(prefix) is not { } problem)
            return prefix;

        report?.Invoke(Diagnostic.Create(
            Rules.InvalidPrefix,
            Locations.FirstArgument(attribute, cancellationToken),
            PrefixRepair.Properties(prefix),
            prefix,
            problem));
        return null;
    }
}
