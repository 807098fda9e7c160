using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes clients whose methods send messages, with the payload as one value or as several members.</summary>
internal sealed class MessageClientEmitter() : ClientEmitter($"{Seam}.MessageSender", $"{Seam}.ClientInterface")
{
    private const string Seam = "global::SockJS.SourceGeneration";

    private protected override string Call(ClientMethodModel method)
    {
        var message = CSharpText.Literal(method.Message);
        var token = Token(method);
        List<ClientParameterModel> payloads = [.. Payloads(method)];
        var call = payloads switch
        {
            [] => $"SendAsync({message}{token})",
            [var payload] => $"SendPayloadAsync({message}, {payload.Name}{token})",
            _ => $"SendMembersAsync({message}, ({string.Join(", ", payloads.Select(payload => payload.Name))}), {WriteMembers(payloads)}{token})",
        };
        return $"this._sender.{call}{(method.ReturnsTask ? ".AsTask()" : "")}";
    }

    // By position: not every name of a parameter can be that of an element.
    private static string WriteMembers(List<ClientParameterModel> payloads)
    {
        var writes = payloads.Select((payload, i) => $"members.Write({CSharpText.Literal(payload.Name.TrimStart('@'))}, values.Item{i + 1});");
        return $"static (members, values) =>\n{CSharpText.Indent("{\n" + string.Join("\n", writes))}\n}}";
    }
}
