using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SockJS.Generators.Emitting;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators;

/// <summary>Emits the endpoint description of every annotated class, and the method that maps them all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SockJSGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static post => post.AddEmbeddedAttributeDefinition());

        // One result for each [SockJSEndpoint] class; without a model if it has errors, which the analyzers explain.
        var results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.EndpointAttribute,
                static (node, _) => node is ClassDeclarationSyntax || node.IsKind(SyntaxKind.RecordDeclaration),
                static (attributed, token) => new ParseResult(
                    EndpointParser.TryParse((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel.Compilation, token)))
            .WithTrackingName(TrackingNames.Parse);

        var endpoints = results
            .Where(static result => result.Endpoint is not null)
            .Select(static (result, _) => result.Endpoint!)
            .WithTrackingName(TrackingNames.Endpoints);

        // The names of files differ in more than case, those of classes need not. The list is empty in most assemblies.
        var ambiguous = endpoints
            .Select(static (endpoint, _) => endpoint.Target.FileName)
            .Collect()
            .Select(static (names, _) => FileNames.FindAmbiguous(names))
            .WithTrackingName(TrackingNames.AmbiguousFiles);

        // One file for each endpoint, which depends on its class alone.
        var files = endpoints
            .Combine(ambiguous)
            .Select(static (pair, _) => new EndpointFile(FileNames.HintName(pair.Left.Target.FileName, pair.Right), pair.Left))
            .WithTrackingName(TrackingNames.Files);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, EndpointEmitter.Emit(file.Endpoint)));

        // One mapping file for the assembly, even if all its endpoints have errors: the call of MapSockJSEndpoints is not another.
        var registrations = results
            .Select(static (result, _) => new RegistrationResult(result.Endpoint?.Registration))
            .WithTrackingName(TrackingNames.Registration)
            .Collect()
            .Select(static (all, _) => RegistrationsModel.Create(all))
            .WithTrackingName(TrackingNames.Registrations);
        var library = context.CompilationProvider
            .Select(static (compilation, _) => LibraryParser.TryParse(compilation))
            .WithTrackingName(TrackingNames.Library);
        context.RegisterSourceOutput(registrations.Combine(library), static (output, pair) =>
        {
            if (pair.Left.IsNeeded)
                output.AddSource("MapSockJSEndpoints.g.cs", RegistrationEmitter.Emit(pair.Left, pair.Right));
        });
    }
}
