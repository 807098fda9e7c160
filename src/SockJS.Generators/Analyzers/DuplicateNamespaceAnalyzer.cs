using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;
using SockJS.SocketIO.Protocol;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds namespaces of one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateNamespaceAnalyzer() : DuplicateAnalyzer<string>(KnownNames.NamespaceAttribute, Rules.DuplicateNamespace)
{
    protected override bool TryParse(INamedTypeSymbol type, CancellationToken cancellationToken, out string key, out string name)
    {
        name = NamespaceNameParser.TryParse(type, report: null, cancellationToken) ?? "";
        key = Shape(name);
        return name.Length > 0;
    }

    // What its values are called makes no other pattern.
    private static string Shape(string name)
        => NamespaceName.ParametersOf(name).Aggregate(name, static (shape, parameter) => shape.Replace($"{{{parameter}}}", "{}"));
}
