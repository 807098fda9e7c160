using System;
using System.Collections.Immutable;
using System.Linq;
using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>What the mapping method needs to know of an endpoint.</summary>
internal sealed record RegistrationModel(string Type, string Prefix, EquatableArray<string> Suppressions);

/// <summary>The registration of an annotated class; none while the class has errors.</summary>
internal sealed record RegistrationResult(RegistrationModel? Registration);

/// <summary>What the mapping method of an assembly maps.</summary>
/// <param name="IsNeeded">Whether there is any annotated class.</param>
/// <param name="Endpoints">The classes without errors, in the order of prefix and name.</param>
internal sealed record RegistrationsModel(bool IsNeeded, EquatableArray<RegistrationModel> Endpoints)
{
    public static RegistrationsModel Create(ImmutableArray<RegistrationResult> results)
    {
        var endpoints = results
            .Select(result => result.Registration)
            .OfType<RegistrationModel>()
            .OrderBy(endpoint => endpoint.Prefix, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.Type, StringComparer.Ordinal);
        return new RegistrationsModel(!results.IsEmpty, endpoints.ToEquatableArray());
    }
}
