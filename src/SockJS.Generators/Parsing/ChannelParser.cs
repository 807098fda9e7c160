using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Model;
using SockJS.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Reads the topic of a channel, and the endpoint that it names.</summary>
internal static class ChannelParser
{
    private const string Endpoint = nameof(Endpoint);

    /// <summary>Says whether a channel names an endpoint, be its prefix right or wrong.</summary>
    public static bool NamesEndpoint(AttributeData attribute) => attribute.FindNamedArgument(Endpoint) is { IsNull: false };

    /// <summary>Returns where the endpoint is named.</summary>
    public static Location PlaceOfEndpoint(AttributeData attribute, CancellationToken cancellationToken)
        => Locations.NamedArgument(attribute, Endpoint, cancellationToken);

    public static ChannelModel? TryParse(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        // An argument that is missing or of another type is the compiler's error.
        if (type.FindAttribute(KnownNames.ChannelAttribute) is not { } attribute
            || attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive } argument])
        {
            return null;
        }

        var topic = argument.Value as string;
        var problem = TopicName.FindProblem(topic);
        if (problem is not null)
            report?.Invoke(Diagnostic.Create(Rules.InvalidTopic, Locations.FirstArgument(attribute, cancellationToken), topic, problem));
        return TryParseEndpoint(attribute, report, cancellationToken, out var endpoint) && problem is null ? new ChannelModel(topic!, endpoint) : null;
    }

    private static bool TryParseEndpoint(AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellationToken, out string? endpoint)
    {
        endpoint = null;
        if (attribute.FindNamedArgument(Endpoint) is not { IsNull: false } argument)
            return true;
        if (argument.Kind != TypedConstantKind.Primitive)
            return false;
        endpoint = argument.Value as string;
        if (EndpointPath.FindProblem(endpoint) is not { } problem)
            return true;

        report?.Invoke(Diagnostic.Create(
            Rules.InvalidPrefix,
            PlaceOfEndpoint(attribute, cancellationToken),
            PrefixRepair.Properties(endpoint),
            endpoint,
            problem));
        return false;
    }
}
