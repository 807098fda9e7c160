using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the part of an annotated class that describes it, and after it what the description needs.</summary>
internal static class DescriptionEmitter
{
    /// <summary>Writes the file of a class.</summary>
    /// <param name="model">The class.</param>
    /// <param name="contract">The interface that says that it describes itself.</param>
    /// <param name="descriptor">The type of the description.</param>
    /// <param name="arguments">What the description is made of.</param>
    /// <param name="properties">What is set of it besides, each with a comma at its end.</param>
    /// <param name="clients">How the client interface is implemented.</param>
    public static SourceText Emit(
        ClassModel model, string contract, string descriptor, IEnumerable<string> arguments, IEnumerable<string> properties, ClientEmitter clients)
    {
        var headers = model.Target.Headers;
        var writer = GeneratedFile.Start(model.Suppressions);
        if (model.Target.Namespace.Length > 0)
            writer.OpenBlock($"namespace {model.Target.Namespace}");
        foreach (var outer in headers.Take(headers.Count - 1))
            writer.OpenBlock(outer);

        writer.OpenBlock($"{headers[headers.Count - 1]} : {contract}");
        writer.WriteLines($$"""
            {{Attributes(model)}}
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            static {{descriptor}}
                {{contract}}.Describe() => new(
                    {{CSharpText.Indent(string.Join(",\n", arguments), 2)}}){{FormatInitializer([.. properties])}};
            """);
        foreach (var _ in headers)
            writer.CloseBlock();

        if (model.Client is not null)
            clients.Emit(model.Client, writer);
        if (model.Target.Namespace.Length > 0)
            writer.CloseBlock();

        return writer.ToSourceText();
    }

    /// <summary>The argument that holds the attributes of the class.</summary>
    public static string FormatMetadata(ClassModel model)
        => $"metadata: new object[]\n{CSharpText.Indent("{\n" + string.Join("\n", model.Metadata.Select(item => $"{item},")))}\n}}";

    /// <summary>The properties about JSON that all descriptions have.</summary>
    public static IEnumerable<string> FormatJson(ClassModel model)
    {
        if (model.JsonContext is { } context)
            yield return $"JsonContext = {context.Type}.Default,";
        if (model.JsonContext is { KeepsOptions: true })
            yield return "KeepsJsonOptions = true,";
    }

    // A handler may be closed to everybody but the library; obsolete code can call it.
    private static string Attributes(ClassModel model)
        => model.UsesForbidden ? $"{GeneratedFile.Attribute}\n[global::System.Obsolete]" : GeneratedFile.Attribute;

    private static string FormatInitializer(List<string> properties)
        => properties.Count == 0 ? "" : CSharpText.Indent("\n" + CSharpText.Indent("{\n" + string.Join("\n", properties)) + "\n}");
}
