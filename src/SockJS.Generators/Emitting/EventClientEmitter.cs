using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Writes clients whose methods emit events, with an argument for each parameter, and may wait for an answer.</summary>
internal sealed class EventClientEmitter() : ClientEmitter($"{NamespaceEmitter.Seam}.EventSender", $"{NamespaceEmitter.Seam}.EventClient")
{
    private protected override string DescriptionOf(ClientModel client) => $"{base.DescriptionOf(client)}<{client.Type}>";

    private protected override IEnumerable<string> TypesOf(ClientMethodModel method)
        => method.Answer is { } answer ? base.TypesOf(method).Append(answer) : base.TypesOf(method);

    private protected override string Call(ClientMethodModel method)
    {
        var arguments = string.Concat(new[] { CSharpText.Literal(method.Message) }.Concat(Payloads(method).Select(payload => $", {payload.Name}"))) + Token(method);
        if (method.Answer is null)
            return $"this._sender.EmitAsync({arguments}){(method.ReturnsTask ? ".AsTask()" : "")}";

        var types = string.Concat(Payloads(method).Select(payload => $", {payload.DeclaredType}"));
        var call = $"this._sender.EmitWithAckAsync<{method.Answer}{types}>({arguments})";
        return method.ReturnsTask ? call : $"new {Tasks}.ValueTask<{method.Answer}>({call})";
    }
}
