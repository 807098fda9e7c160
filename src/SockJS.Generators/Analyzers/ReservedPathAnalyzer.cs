using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Protocol;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds endpoints whose prefix is a URL of another endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReservedPathAnalyzer : EndpointSetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ReservedPath];

    protected override void Analyze(IReadOnlyList<PrefixedEndpoint> endpoints, Action<Diagnostic> report)
    {
        // The channels of one endpoint have all its URLs in common.
        List<PrefixedEndpoint> different = [.. endpoints.GroupBy(endpoint => endpoint.Prefix, StringComparer.OrdinalIgnoreCase).Select(group => group.First())];
        foreach (var inner in endpoints)
        {
            foreach (var outer in different)
            {
                if (EndpointPath.FindReserved(outer.Prefix, inner.Prefix) is { } path)
                    report(Diagnostic.Create(Rules.ReservedPath, inner.Location, inner.Prefix, inner.Type, path, outer.Type));
            }
        }
    }
}
