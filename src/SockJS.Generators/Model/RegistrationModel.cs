using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>What the mapping methods need to know of an annotated class.</summary>
/// <param name="Type">The class.</param>
/// <param name="Prefix">The prefix of the endpoint; <see langword="null"/> for a channel that names none.</param>
/// <param name="Topic">The topic of a channel.</param>
/// <param name="Suppressions">The warnings about the class that the user has seen already.</param>
internal sealed record RegistrationModel(string Type, string? Prefix, string? Topic, EquatableArray<string> Suppressions)
{
    /// <summary>Gets the name of a namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>Returns the warnings about several classes.</summary>
    public static EquatableArray<string> SuppressionsOf(IEnumerable<RegistrationModel> classes)
        => classes.SelectMany(one => one.Suppressions).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();
}

/// <summary>The registration of an annotated class; none while the class has errors.</summary>
internal sealed record RegistrationResult(RegistrationModel? Registration, AnnotationKind Kind);

/// <summary>What the mapping methods of an assembly map.</summary>
/// <param name="IsNeeded">Whether any annotated class is an endpoint or names one.</param>
/// <param name="HasChannels">Whether there is any other.</param>
/// <param name="HasNamespaces">Whether there is any namespace.</param>
/// <param name="Classes">The classes without errors, in the order of namespace, prefix, topic and name.</param>
internal sealed record RegistrationsModel(bool IsNeeded, bool HasChannels, bool HasNamespaces, EquatableArray<RegistrationModel> Classes)
{
    /// <summary>Gets the endpoints, and the channels that name one.</summary>
    public IEnumerable<RegistrationModel> Endpoints => Classes.Where(one => one.Prefix is not null);

    /// <summary>Gets the channels that name no endpoint.</summary>
    public IEnumerable<RegistrationModel> Channels => Classes.Where(one => one.Prefix is null && one.Namespace is null);

    public IEnumerable<RegistrationModel> Namespaces => Classes.Where(one => one.Namespace is not null);

    public static RegistrationsModel Create(
        ImmutableArray<RegistrationResult> endpoints, ImmutableArray<RegistrationResult> channels, ImmutableArray<RegistrationResult> namespaces)
    {
        var classes = endpoints.Concat(channels).Concat(namespaces)
            .Select(result => result.Registration)
            .OfType<RegistrationModel>()
            .OrderBy(one => one.Namespace, StringComparer.Ordinal)
            .ThenBy(one => one.Prefix, StringComparer.Ordinal)
            .ThenBy(one => one.Topic, StringComparer.Ordinal)
            .ThenBy(one => one.Type, StringComparer.Ordinal);
        return new RegistrationsModel(
            !endpoints.IsEmpty || channels.Any(result => result.Kind == AnnotationKind.ChannelOfEndpoint),
            channels.Any(result => result.Kind == AnnotationKind.Channel),
            !namespaces.IsEmpty,
            classes.ToEquatableArray());
    }
}
