using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the description of an endpoint class, or of a channel class.</summary>
internal static class EndpointEmitter
{
    private const string Seam = "global::SockJS.SourceGeneration";

    public static SourceText Emit(EndpointModel model)
    {
        var type = model.Target.QualifiedName;
        return DescriptionEmitter.Emit(
            model,
            contract: $"{Seam}.{(model.IsChannel ? "ISockJSChannel" : "ISockJSEndpoint")}<{type}>",
            descriptor: $"{Seam}.EndpointDescriptor<{type}>",
            FormatArguments(model),
            FormatProperties(model),
            ClientEmitter.Messages);
    }

    private static IEnumerable<string> FormatArguments(EndpointModel model)
    {
        yield return $"prefix: {CSharpText.Literal(model.Prefix)}";
        yield return $"create: static (connection, services) => new {model.Target.QualifiedName}{CallFormatter.Arguments(model.ConstructorArguments)}";

        if (model.FindAll(HandlerKind.Message) is [_, ..] messages)
            yield return $"messages: {MessagesFormatter.Format(messages)}";
        if (model.Find(HandlerKind.Open) is { } open)
            yield return $"onOpen: static (self, connection, services) => {CallFormatter.Body(open)}";
        if (model.Find(HandlerKind.Close) is { } close)
            yield return $"onClose: static (self, connection, services, reason) => {CallFormatter.Body(close)}";
        if (model.Metadata.Count > 0)
            yield return DescriptionEmitter.FormatMetadata(model);
    }

    private static IEnumerable<string> FormatProperties(EndpointModel model)
    {
        if (model.Find(HandlerKind.Open) is { Result.IsStream: true })
            yield return "OpensStream = true,";
        foreach (var property in DescriptionEmitter.FormatJson(model))
            yield return property;
        if (model.Shape.TypeProperty is { } type)
            yield return $"TypeProperty = {CSharpText.Literal(type)},";
        if (model.Shape.DataProperty is { } data)
            yield return $"DataProperty = {CSharpText.Literal(data)},";
        if (model.Shape.IsFlat)
            yield return "IsFlat = true,";
        if (model.Client is { } client)
            yield return $"Client = {ClientEmitter.Messages.Describe(client, model.Target.Namespace)},";
        if (model.Manager is { } manager)
            yield return $"Manager = static services => {CSharpText.Indent(FormatManager(manager))},";
    }

    // One that the application has registered is the one that others inject.
    private static string FormatManager(ManagerModel manager)
        => $"{CallFormatter.Services}.GetService<{manager.Type}>(services)\n?? new {manager.Type}{CallFormatter.Arguments(manager.Arguments)}";
}
