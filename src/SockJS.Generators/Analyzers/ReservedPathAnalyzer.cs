using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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
        foreach (var inner in endpoints)
        {
            foreach (var outer in endpoints)
            {
                if (EndpointPath.FindReserved(outer.Prefix, inner.Prefix) is { } path)
                    report(Diagnostic.Create(Rules.ReservedPath, inner.Location, inner.Prefix, inner.Type, path, outer.Type));
            }
        }
    }
}
