using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the part of an endpoint class that describes it, and after it what the description needs.</summary>
internal static class EndpointEmitter
{
    private const string Seam = "global::SockJS.SourceGeneration";

    public static SourceText Emit(EndpointModel model)
    {
        var type = model.Target.QualifiedName;
        var headers = model.Target.Headers;
        var contract = $"{Seam}.{(model.IsChannel ? "ISockJSChannel" : "ISockJSEndpoint")}<{type}>";
        var writer = GeneratedFile.Start(model.Suppressions);

        if (model.Target.Namespace.Length > 0)
            writer.OpenBlock($"namespace {model.Target.Namespace}");
        foreach (var outer in headers.Take(headers.Count - 1))
            writer.OpenBlock(outer);

        writer.OpenBlock($"{headers[headers.Count - 1]} : {contract}");
        writer.WriteLines($$"""
            {{Attributes(model)}}
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            static {{Seam}}.EndpointDescriptor<{{type}}>
                {{contract}}.Describe() => new(
                    {{CSharpText.Indent(string.Join(",\n", FormatArguments(model)), 2)}}){{FormatInitializer(model)}};
            """);
        foreach (var _ in headers)
            writer.CloseBlock();

        if (model.Client is not null)
            ClientEmitter.Emit(model.Client, writer);
        if (model.Target.Namespace.Length > 0)
            writer.CloseBlock();

        return writer.ToSourceText();
    }

    // A handler may be closed to everybody but the library; obsolete code can call it.
    private static string Attributes(EndpointModel model)
        => model.UsesForbidden ? $"{GeneratedFile.Attribute}\n[global::System.Obsolete]" : GeneratedFile.Attribute;

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
            yield return $"metadata: new object[]\n{CSharpText.Indent("{\n" + string.Join("\n", model.Metadata.Select(item => $"{item},")))}\n}}";
    }

    private static string FormatInitializer(EndpointModel model)
    {
        var properties = FormatProperties(model).ToList();
        return properties.Count == 0 ? "" : CSharpText.Indent("\n" + CSharpText.Indent("{\n" + string.Join("\n", properties)) + "\n}");
    }

    private static IEnumerable<string> FormatProperties(EndpointModel model)
    {
        if (model.Find(HandlerKind.Open) is { Result.IsStream: true })
            yield return "OpensStream = true,";
        if (model.JsonContext is { } context)
            yield return $"JsonContext = {context.Type}.Default,";
        if (model.JsonContext is { KeepsOptions: true })
            yield return "KeepsJsonOptions = true,";
        if (model.Shape.TypeProperty is { } type)
            yield return $"TypeProperty = {CSharpText.Literal(type)},";
        if (model.Shape.DataProperty is { } data)
            yield return $"DataProperty = {CSharpText.Literal(data)},";
        if (model.Shape.IsFlat)
            yield return "IsFlat = true,";
        if (model.Client is { } client)
            yield return $"Client = {ClientEmitter.Describe(client, model.Target.Namespace)},";
        if (model.Manager is { } manager)
            yield return $"Manager = static services => {CSharpText.Indent(FormatManager(manager))},";
    }

    // One that the application has registered is the one that others inject.
    private static string FormatManager(ManagerModel manager)
        => $"{CallFormatter.Services}.GetService<{manager.Type}>(services)\n?? new {manager.Type}{CallFormatter.Arguments(manager.Arguments)}";
}
