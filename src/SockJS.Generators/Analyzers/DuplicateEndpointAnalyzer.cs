using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds endpoints of one prefix.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateEndpointAnalyzer : EndpointSetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DuplicatePrefix];

    protected override void Analyze(IReadOnlyList<PrefixedEndpoint> endpoints, Action<Diagnostic> report)
    {
        foreach (var group in endpoints.GroupBy(endpoint => endpoint.Prefix, StringComparer.OrdinalIgnoreCase))
        {
            var first = group.First();
            foreach (var later in group.Skip(1).Where(later => !IsShared(first, later)))
                report(Diagnostic.Create(Rules.DuplicatePrefix, later.Location, later.Prefix, later.Type, first.Type));
        }
    }

    // To the last letter: two spellings would be two endpoints.
    private static bool IsShared(PrefixedEndpoint first, PrefixedEndpoint later)
        => first.IsChannel && later.IsChannel && first.Prefix.Equals(later.Prefix, StringComparison.Ordinal);
}
