using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes the class that implements a client interface. Its methods are explicit, so that no name is in the way of another.</summary>
/// <param name="sender">The type by which the methods send.</param>
/// <param name="description">The type that describes the interface.</param>
internal abstract class ClientEmitter(string sender, string description)
{
    private protected const string Tasks = "global::System.Threading.Tasks";

    /// <summary>Gets what writes the clients of endpoints, whose methods send messages.</summary>
    public static ClientEmitter Messages { get; } = new MessageClientEmitter();

    /// <summary>Gets what writes the clients of namespaces, whose methods emit events.</summary>
    public static ClientEmitter Events { get; } = new EventClientEmitter();

    /// <summary>The expression that describes the client interface.</summary>
    public string Describe(ClientModel client, string @namespace)
    {
        var name = @namespace.Length == 0 ? client.ClassName : $"{@namespace}.{client.ClassName}";
        var types = client.Methods.SelectMany(TypesOf).Distinct().ToList();
        var require = types.Count == 0 ? "" : $",\nstatic types =>\n{CSharpText.Indent("{\n" + string.Join("\n", types.Select(type => $"types.Require<{type}>();")))}\n}}";
        return CSharpText.Indent($"new {DescriptionOf(client)}(\nstatic sender => new global::{name}(sender){require})");
    }

    public void Emit(ClientModel client, SourceWriter writer)
    {
        writer.WriteLines($$"""

            {{GeneratedFile.Attribute}}
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            """);
        writer.OpenBlock($"file sealed class {client.ClassName}({sender} sender) : {client.Type}");
        writer.WriteLines($"private readonly {sender} _sender = sender;");
        foreach (var method in client.Methods)
            writer.WriteLines("\n" + Method(method));
        writer.CloseBlock();
    }

    private protected virtual string DescriptionOf(ClientModel client) => description;

    private protected virtual IEnumerable<string> TypesOf(ClientMethodModel method) => Payloads(method).Select(payload => payload.Type);

    /// <summary>The call of the sender that a method consists of.</summary>
    private protected abstract string Call(ClientMethodModel method);

    private protected static IEnumerable<ClientParameterModel> Payloads(ClientMethodModel method) => method.Parameters.Where(parameter => !parameter.IsToken);

    private protected static string Token(ClientMethodModel method)
        => method.Parameters.FirstOrDefault(parameter => parameter.IsToken) is { } found ? $", {found.Name}" : "";

    private string Method(ClientMethodModel method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(parameter => $"{parameter.DeclaredType} {parameter.Name}"));
        var type = $"{Tasks}.{(method.ReturnsTask ? "Task" : "ValueTask")}{(method.Answer is null ? "" : $"<{method.Answer}>")}";
        return $"{type} {method.Interface}.{method.Name}({parameters})\n    => {CSharpText.Indent(Call(method))};";
    }
}
