using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the description of a namespace class.</summary>
internal static class NamespaceEmitter
{
    /// <summary>Where the types are that generated code may name.</summary>
    public const string Seam = "global::SockJS.SocketIO.SourceGeneration";

    public static SourceText Emit(NamespaceModel model)
    {
        var type = model.Target.QualifiedName;
        return DescriptionEmitter.Emit(
            model,
            contract: $"{Seam}.ISocketIONamespace<{type}>",
            descriptor: $"{Seam}.NamespaceDescriptor<{type}>",
            FormatArguments(model),
            FormatProperties(model),
            ClientEmitter.Events);
    }

    private static IEnumerable<string> FormatArguments(NamespaceModel model)
    {
        yield return $"name: {CSharpText.Literal(model.Name)}";
        yield return $"create: static (socket, services) => new {model.Target.QualifiedName}{CallFormatter.Arguments(model.ConstructorArguments)}";

        if (model.Handlers.Count > 0)
            yield return $"handlers: {EventsFormatter.Format([.. model.Handlers])}";
        if (model.Metadata.Count > 0)
            yield return DescriptionEmitter.FormatMetadata(model);
    }

    private static IEnumerable<string> FormatProperties(NamespaceModel model)
    {
        foreach (var property in DescriptionEmitter.FormatJson(model))
            yield return property;
        if (model.Client is { } client)
            yield return $"Client = {ClientEmitter.Events.Describe(client, model.Target.Namespace)},";
    }
}
