using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the class that implements a client interface. Its methods are explicit, so that no name is in the way of another.</summary>
internal static class ClientEmitter
{
    private const string Seam = "global::SockJS.SourceGeneration";
    private const string Tasks = "global::System.Threading.Tasks";

    /// <summary>The expression that describes the client interface.</summary>
    public static string Describe(ClientModel client, string @namespace)
    {
        var name = @namespace.Length == 0 ? client.ClassName : $"{@namespace}.{client.ClassName}";
        var types = client.Methods.SelectMany(Payloads).Select(payload => payload.Type).Distinct().ToList();
        var require = types.Count == 0 ? "" : $",\nstatic types =>\n{CSharpText.Indent("{\n" + string.Join("\n", types.Select(type => $"types.Require<{type}>();")))}\n}}";
        return CSharpText.Indent($"new {Seam}.ClientInterface(\nstatic sender => new global::{name}(sender){require})");
    }

    public static void Emit(ClientModel client, SourceWriter writer)
    {
        writer.WriteLines($$"""

            {{GeneratedFile.Attribute}}
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            """);
        writer.OpenBlock($"file sealed class {client.ClassName}({Seam}.MessageSender sender) : {client.Type}");
        writer.WriteLines($"private readonly {Seam}.MessageSender _sender = sender;");
        foreach (var method in client.Methods)
            writer.WriteLines("\n" + Method(method));
        writer.CloseBlock();
    }

    private static string Method(ClientMethodModel method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(parameter => $"{parameter.DeclaredType} {parameter.Name}"));
        var (type, conversion) = method.ReturnsTask ? ($"{Tasks}.Task", ".AsTask()") : ($"{Tasks}.ValueTask", "");
        return $"{type} {method.Interface}.{method.Name}({parameters})\n    => this._sender.{CSharpText.Indent(Call(method))}{conversion};";
    }

    private static string Call(ClientMethodModel method)
    {
        var message = CSharpText.Literal(method.Message);
        var token = method.Parameters.FirstOrDefault(parameter => parameter.IsToken) is { } found ? $", {found.Name}" : "";
        List<ClientParameterModel> payloads = [.. Payloads(method)];
        return payloads switch
        {
            [] => $"SendAsync({message}{token})",
            [var payload] => $"SendPayloadAsync({message}, {payload.Name}{token})",
            _ => $"SendMembersAsync({message}, ({string.Join(", ", payloads.Select(payload => payload.Name))}), {WriteMembers(payloads)}{token})",
        };
    }

    // By position: not every name of a parameter can be that of an element.
    private static string WriteMembers(List<ClientParameterModel> payloads)
    {
        var writes = payloads.Select((payload, i) => $"members.Write({CSharpText.Literal(payload.Name.TrimStart('@'))}, values.Item{i + 1});");
        return $"static (members, values) =>\n{CSharpText.Indent("{\n" + string.Join("\n", writes))}\n}}";
    }

    private static IEnumerable<ClientParameterModel> Payloads(ClientMethodModel method) => method.Parameters.Where(parameter => !parameter.IsToken);
}
