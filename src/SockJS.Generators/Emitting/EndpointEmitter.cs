using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the part of an endpoint class that describes it.</summary>
internal static class EndpointEmitter
{
    private const string Seam = "global::SockJS.SourceGeneration";

    public static SourceText Emit(EndpointModel model)
    {
        var type = model.Target.QualifiedName;
        var headers = model.Target.Headers;
        var writer = GeneratedFile.Start(model.Suppressions);

        if (model.Target.Namespace.Length > 0)
            writer.OpenBlock($"namespace {model.Target.Namespace}");
        foreach (var outer in headers.Take(headers.Count - 1))
            writer.OpenBlock(outer);

        writer.OpenBlock($"{headers[headers.Count - 1]} : {Seam}.ISockJSEndpoint<{type}>");
        writer.WriteLines($$"""
            {{GeneratedFile.Attribute}}
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            static {{Seam}}.EndpointDescriptor<{{type}}>
                {{Seam}}.ISockJSEndpoint<{{type}}>.Describe() => new(
                    {{string.Join(",\n        ", FormatArguments(model))}});
            """);
        foreach (var _ in headers)
            writer.CloseBlock();
        if (model.Target.Namespace.Length > 0)
            writer.CloseBlock();

        return writer.ToSourceText();
    }

    private static IEnumerable<string> FormatArguments(EndpointModel model)
    {
        yield return $"prefix: {CSharpText.Literal(model.Prefix)}";
        yield return $"create: static (connection, services) => new {model.Target.QualifiedName}{CallFormatter.Arguments(model.ConstructorArguments)}";

        if (model.Find(HandlerKind.Message) is { } message)
        {
            var takesText = message.Arguments.Any(argument => argument.Source == ArgumentSource.Message);
            yield return takesText
                ? $"messages: static routes => routes.On<string>(null, static (self, connection, services, message) => {CallFormatter.Body(message)})"
                : $"messages: static routes => routes.On(null, static (self, connection, services) => {CallFormatter.Body(message)})";
        }

        if (model.Find(HandlerKind.Open) is { } open)
            yield return $"onOpen: static (self, connection, services) => {CallFormatter.Body(open)}";
        if (model.Find(HandlerKind.Close) is { } close)
            yield return $"onClose: static (self, connection, services, reason) => {CallFormatter.Body(close)}";
        if (model.Metadata.Count > 0)
            yield return $"metadata: new object[]\n        {{{string.Concat(model.Metadata.Select(item => $"\n            {item},"))}\n        }}";
    }
}
