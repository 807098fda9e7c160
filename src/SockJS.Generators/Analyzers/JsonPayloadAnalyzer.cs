using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds payloads without JSON metadata, where reflection does not make it at run time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class JsonPayloadAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.PayloadNotListed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is null)
                return;

            var contexts = new JsonContexts(start.Compilation);
            var reflects = CanReflect(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterSymbolAction(symbol => Analyze(symbol, contexts, reflects), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext symbol, JsonContexts contexts, bool reflects)
    {
        if (symbol.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } endpoint
            || endpoint.FindAnnotation() is not { } attribute)
        {
            return;
        }

        var named = attribute.NamedArgument<INamedTypeSymbol>("JsonContext");
        if (named is null ? reflects : !JsonContexts.IsContext(named))
            return;

        foreach (var payload in PayloadTypes.Find(endpoint, symbol.CancellationToken))
        {
            var candidates = named is null ? contexts.Declared : [named];
            if (!candidates.Any(context => contexts.Knows(context, payload.Type, symbol.CancellationToken)))
                symbol.ReportDiagnostic(Create(endpoint, payload, candidates is [var first, ..] ? first : null));
        }
    }

    private static Diagnostic Create(INamedTypeSymbol endpoint, PayloadType payload, INamedTypeSymbol? context)
    {
        var type = payload.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var listing = $"[JsonSerializable(typeof({type}))]";
        var (remedy, properties) = context is null
            ? ($"name a JsonSerializerContext with {listing} by JsonContext", PayloadRemedy.CreateFor(endpoint))
            : ($"add {listing} to '{context.Name}'", PayloadRemedy.AddTo(context, payload.Type, type));
        return Diagnostic.Create(Rules.PayloadNotListed, payload.Location, properties, endpoint.Name, type, remedy, ClassKind.Of(endpoint).Noun);
    }

    // Publishing trimmed or ahead of time switches reflection off, unless the project says otherwise.
    private static bool CanReflect(AnalyzerConfigOptions options)
    {
        if (options.TryGetValue("build_property.JsonSerializerIsReflectionEnabledByDefault", out var value) && bool.TryParse(value, out var isEnabled))
            return isEnabled;
        return !(options.TryGetValue("build_property.PublishAot", out value) && value.Equals("true", StringComparison.OrdinalIgnoreCase));
    }
}
