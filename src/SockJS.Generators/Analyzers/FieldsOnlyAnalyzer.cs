using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds payloads that are an empty object in JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FieldsOnlyAnalyzer : AnnotatedClassAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.FieldsOnly];

    protected override void Analyze(INamedTypeSymbol endpoint, ClassAnalysisContext context)
    {
        if (IncludesFields(endpoint))
            return;

        foreach (var payload in PayloadTypes.Find(endpoint, context.CancellationToken))
        {
            if (JsonFields.FindFieldsOnly(payload.Type) is { } type)
                context.ReportDiagnostic(Diagnostic.Create(Rules.FieldsOnly, payload.Location, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }
    }

    private static bool IncludesFields(INamedTypeSymbol endpoint)
        => endpoint.FindAnnotation()?.NamedArgument<INamedTypeSymbol>("JsonContext") is { } context
            && context.FindAttribute(KnownNames.JsonContextOptions)?.NamedArgument<bool?>("IncludeFields") == true;
}
