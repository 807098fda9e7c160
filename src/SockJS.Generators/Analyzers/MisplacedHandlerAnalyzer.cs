using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.Generators.Analyzers;

/// <summary>Finds handlers in classes without the attribute that would make somebody call them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MisplacedHandlerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HandlerOutsideEndpoint, Rules.HandlerOutsideNamespace];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.EndpointAttribute) is null)
                return;

            var bases = new Dictionary<ClassKind, ConcurrentDictionary<ISymbol, bool>>
            {
                [ClassKind.Endpoint] = new(SymbolEqualityComparer.Default),
                [ClassKind.Namespace] = new(SymbolEqualityComparer.Default),
            };
            var handlers = new ConcurrentBag<(INamedTypeSymbol Type, ClassKind Kind, Diagnostic Diagnostic)>();
            start.RegisterSymbolAction(symbol => AddBases((INamedTypeSymbol)symbol.Symbol, bases), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => AddHandlers((IMethodSymbol)symbol.Symbol, handlers, symbol.CancellationToken), SymbolKind.Method);
            start.RegisterSymbolAction(ReportOtherAttribute, SymbolKind.Method);
            start.RegisterSyntaxNodeAction(LocalHandlers.Report, LocalHandlers.Kinds);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var (type, kind, diagnostic) in handlers)
                {
                    if (!bases[kind].ContainsKey(type))
                        end.ReportDiagnostic(diagnostic);
                }
            });
        });
    }

    private static void ReportOtherAttribute(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.ContainingType.TypeKind == TypeKind.Interface
            || method.FindAttribute(KnownNames.MessageAttribute) is not { } attribute
            || HandlerFinder.AttributesOf(method).Any())
        {
            return;
        }

        const string Reason = "it names the messages of client interfaces, and a handler is marked with [OnMessage]";
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.HandlerOutsideEndpoint, Locations.Attribute(attribute, context.CancellationToken), method.Name, "[Message]", Reason));
    }

    private static void AddBases(INamedTypeSymbol type, Dictionary<ClassKind, ConcurrentDictionary<ISymbol, bool>> bases)
    {
        if (type.FindAnnotation() is null)
            return;
        foreach (var part in type.SelfAndBases())
            bases[ClassKind.Of(type)].TryAdd(part.OriginalDefinition, true);
    }

    private static void AddHandlers(
        IMethodSymbol method, ConcurrentBag<(INamedTypeSymbol Type, ClassKind Kind, Diagnostic Diagnostic)> handlers, CancellationToken cancellationToken)
    {
        // Annotated classes of other assemblies may be derived from an abstract class.
        var type = method.ContainingType;
        if (type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false })
            return;

        foreach (var (handler, attribute) in HandlerFinder.AttributesOf(method))
        {
            var kind = ClassKind.Of(handler);
            var reason = type.TypeKind == TypeKind.Interface
                ? $"handlers are looked for in classes, and '{type.Name}' is an interface"
                : $"'{type.Name}' has no {kind.Attribute} and no {kind.Noun} is derived from it";
            var place = Locations.Attribute(attribute, cancellationToken);
            handlers.Add((type, kind, Diagnostic.Create(kind.HandlerOutsideRule, place, method.Name, HandlerFinder.NameOf(handler), reason)));
        }
    }
}
