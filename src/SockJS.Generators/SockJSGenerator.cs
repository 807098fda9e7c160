using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Emitting;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;
using SockJS.Generators.Parsing;

namespace SockJS.Generators;

/// <summary>Emits the description of every annotated class, be it an endpoint, a channel or a namespace, and the methods that map them all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SockJSGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static post => post.AddEmbeddedAttributeDefinition());

        // One result for each annotated class; without a model if it has errors, which the analyzers explain.
        var foundEndpoints = Find(context, KnownNames.EndpointAttribute, static _ => AnnotationKind.Endpoint);
        var foundChannels = Find(
            context, KnownNames.ChannelAttribute, static attribute => ChannelParser.NamesEndpoint(attribute) ? AnnotationKind.ChannelOfEndpoint : AnnotationKind.Channel);
        var foundNamespaces = Find(context, KnownNames.NamespaceAttribute, static _ => AnnotationKind.Namespace);
        var endpoints = ModelsOf(foundEndpoints);
        var channels = ModelsOf(foundChannels);
        var namespaces = ModelsOf(foundNamespaces);

        // The names of files differ in more than case, those of classes need not. The list is empty in most assemblies.
        var ambiguous = NamesOf(endpoints).Combine(NamesOf(channels)).Combine(NamesOf(namespaces))
            .Select(static (names, _) => FileNames.FindAmbiguous([.. names.Left.Left, .. names.Left.Right, .. names.Right]))
            .WithTrackingName(TrackingNames.AmbiguousFiles);

        EmitFiles(context, endpoints, ambiguous);
        EmitFiles(context, channels, ambiguous);
        EmitFiles(context, namespaces, ambiguous);

        // The mapping files of the assembly, even if all its classes have errors: the call of a missing method is not another.
        var registrations = RegistrationsOf(foundEndpoints).Combine(RegistrationsOf(foundChannels)).Combine(RegistrationsOf(foundNamespaces))
            .Select(static (all, _) => RegistrationsModel.Create(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Registrations);
        var library = context.CompilationProvider
            .Select(static (compilation, _) => LibraryParser.TryParse(compilation))
            .WithTrackingName(TrackingNames.Library);
        context.RegisterSourceOutput(registrations.Combine(library), static (output, pair) =>
        {
            if (pair.Left.IsNeeded)
                output.AddSource("MapSockJSEndpoints.g.cs", RegistrationEmitter.Endpoints.Emit(pair.Left, pair.Right));
            if (pair.Left.HasChannels)
                output.AddSource("AddSockJSChannels.g.cs", RegistrationEmitter.Channels.Emit(pair.Left, pair.Right));
            if (pair.Left.HasNamespaces)
                output.AddSource("MapSocketIO.g.cs", RegistrationEmitter.Namespaces.Emit(pair.Left, pair.Right));
        });
    }

    private static IncrementalValuesProvider<ParseResult> Find(
        IncrementalGeneratorInitializationContext context, string attributeName, Func<AttributeData, AnnotationKind> kindOf)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attributeName,
                static (node, _) => node is ClassDeclarationSyntax || node.IsKind(SyntaxKind.RecordDeclaration),
                (attributed, token) => new ParseResult(
                    Parse((INamedTypeSymbol)attributed.TargetSymbol, kindOf(attributed.Attributes[0]), attributed.SemanticModel.Compilation, token),
                    kindOf(attributed.Attributes[0])))
            .WithTrackingName(TrackingNames.Parse);

    private static ClassModel? Parse(INamedTypeSymbol type, AnnotationKind kind, Compilation compilation, CancellationToken cancellationToken)
        => kind == AnnotationKind.Namespace
            ? NamespaceParser.TryParse(type, compilation, cancellationToken)
            : EndpointParser.TryParse(type, compilation, cancellationToken);

    private static IncrementalValuesProvider<ClassModel> ModelsOf(IncrementalValuesProvider<ParseResult> results)
        => results
            .Where(static result => result.Class is not null)
            .Select(static (result, _) => result.Class!)
            .WithTrackingName(TrackingNames.Models);

    private static IncrementalValueProvider<ImmutableArray<string>> NamesOf(IncrementalValuesProvider<ClassModel> models)
        => models.Select(static (model, _) => model.Target.FileName).Collect();

    // One file for each class, which depends on that class alone.
    private static void EmitFiles(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ClassModel> models,
        IncrementalValueProvider<EquatableArray<string>> ambiguous)
    {
        var files = models
            .Combine(ambiguous)
            .Select(static (pair, _) => new ClassFile(FileNames.HintName(pair.Left, pair.Right), pair.Left))
            .WithTrackingName(TrackingNames.Files);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, Emit(file.Class)));
    }

    private static SourceText Emit(ClassModel model)
        => model is NamespaceModel @namespace ? NamespaceEmitter.Emit(@namespace) : EndpointEmitter.Emit((EndpointModel)model);

    private static IncrementalValueProvider<ImmutableArray<RegistrationResult>> RegistrationsOf(IncrementalValuesProvider<ParseResult> results)
        => results
            .Select(static (result, _) => new RegistrationResult(result.Class?.Registration, result.Kind))
            .WithTrackingName(TrackingNames.Registration)
            .Collect();
}
