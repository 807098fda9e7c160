using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SockJS.Generators;
using SockJS.Generators.Diagnostics;
using SockJS.Generators.Parsing;

namespace SockJS.CodeFixes;

/// <summary>Writes the JSON context that an endpoint lacks, with all its payloads, and names it in the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class CreateJsonContextCodeFix() : SolutionCodeFix(DiagnosticIds.PayloadNotListed, DiagnosticIds.InvalidJsonContext)
{
    protected override async Task<string?> TryGetTitleAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await FindEndpointAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is null ? null : "Create a JsonSerializerContext";

    protected override async Task<Solution> ApplyAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var endpoints = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var diagnostic in diagnostics)
        {
            if (await FindEndpointAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is { } endpoint)
                endpoints.Add(endpoint);
        }

        var solution = new SolutionEditor(project.Solution);
        foreach (var endpoint in endpoints)
        {
            var attribute = AttributeOf(endpoint, cancellationToken)!;
            var editor = await solution.GetDocumentEditorAsync(project.GetDocument(attribute.SyntaxTree)!.Id, cancellationToken).ConfigureAwait(false);
            var contextType = editor.SemanticModel.Compilation.GetTypeByMetadataName(KnownNames.JsonContext)!;
            var baseType = (TypeSyntax)editor.Generator.TypeExpression(contextType, addImport: true);
            var previous = attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
            var types = PayloadTypes.Find(endpoint, cancellationToken).Select(payload => JsonTypeGraph.NameOf(payload.Type)).Distinct();
            var name = FreeName(endpoint);
            editor.InsertAfter(previous, JsonContextSyntax.Create(name, types, baseType, previous));
            editor.ReplaceNode(attribute, (current, _) => WithContext((AttributeSyntax)current, name));
        }

        return solution.GetChangedSolution();
    }

    private static async Task<INamedTypeSymbol?> FindEndpointAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return null;

        var endpoint = diagnostic.Id == DiagnosticIds.InvalidJsonContext
            ? FindAround(diagnostic.Location, compilation, cancellationToken)
            : diagnostic.Properties.TryGetValue(PayloadRemedy.EndpointKey, out var id)
                ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id!, compilation) as INamedTypeSymbol
                : null;
        return endpoint is not null && LacksContext(endpoint) && PayloadTypes.Find(endpoint, cancellationToken).Any() ? endpoint : null;
    }

    private static INamedTypeSymbol? FindAround(Location location, Compilation compilation, CancellationToken cancellationToken)
        => location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken)
            : null;

    private static AttributeSyntax? AttributeOf(INamedTypeSymbol endpoint, CancellationToken cancellationToken)
        => endpoint.FindAnnotation()?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    // A context that is one but lacks something is not replaced.
    private static bool LacksContext(INamedTypeSymbol endpoint)
        => endpoint.FindAnnotation() is { } attribute
            && (attribute.NamedArgument<INamedTypeSymbol>("JsonContext") is not { } named || !JsonContexts.IsContext(named));

    private static string FreeName(INamedTypeSymbol endpoint)
    {
        INamespaceOrTypeSymbol container = endpoint.ContainingType is { } outer ? outer : endpoint.ContainingNamespace;
        var name = $"{endpoint.Name}Json";
        for (var number = 2; !container.GetMembers(name).IsEmpty; number++)
            name = $"{endpoint.Name}Json{number}";
        return name;
    }

    private static AttributeSyntax WithContext(AttributeSyntax attribute, string name)
    {
        var type = SyntaxFactory.TypeOfExpression(SyntaxFactory.IdentifierName(name));
        var present = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "JsonContext");
        return present is null
            ? attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals("JsonContext"), nameColon: null, type))
            : attribute.ReplaceNode(present.Expression, type.WithTriviaFrom(present.Expression));
    }
}
