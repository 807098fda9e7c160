using System;
using System.Collections.Immutable;
using SockJS.Protocol;

namespace SockJS.Generators.Parsing;

/// <summary>Finds the prefix that was meant, where only slashes are wrong.</summary>
internal static class PrefixRepair
{
    /// <summary>The key under which a diagnostic carries the prefix that was meant.</summary>
    public const string Key = "Prefix";

    public static ImmutableDictionary<string, string?> Properties(string? prefix)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return TryRepair(prefix) is { } repaired ? none.Add(Key, repaired) : none;
    }

    private static string? TryRepair(string? prefix)
    {
        if (prefix is null)
            return null;

        var repaired = "/" + string.Join("/", prefix.Split(['/'], StringSplitOptions.RemoveEmptyEntries));
        return EndpointPath.FindProblem(repaired) is null ? repaired : null;
    }
}
