using System.Collections.Generic;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>The locals that send results: one for each type and name, called after the message where that is possible.</summary>
internal sealed class ReplyLocals
{
    private readonly Dictionary<(string Type, string? Name), string> _locals = [];
    private readonly List<string> _declarations = [];

    private readonly string _noun;

    /// <summary>Chooses the locals.</summary>
    /// <param name="handlers">The handlers whose results are sent.</param>
    /// <param name="noun">What the locals are called.</param>
    /// <param name="factory">The method that makes what they hold.</param>
    public ReplyLocals(IEnumerable<HandlerModel> handlers, string noun, string factory)
    {
        _noun = noun;
        foreach (var result in handlers.Select(handler => handler.Result).Where(result => result.Kind == ResultKind.Value))
        {
            if (Find(result) is not null)
                continue;

            var local = Choose(result.Reply);
            _locals.Add((result.Type!, result.Reply), local);
            _declarations.Add($"var {local} = {factory}<{result.Type}>({(result.Reply is null ? "" : CSharpText.Literal(result.Reply))})");
        }
    }

    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The local for a result, if it needs one.</summary>
    public string? Find(ResultModel result)
        => result.Kind == ResultKind.Value && _locals.TryGetValue((result.Type!, result.Reply), out var local) ? local : null;

    // No parameter of a lambda is called so.
    private string Choose(string? message)
    {
        var name = message is not null && IsPlain(message) ? char.ToLowerInvariant(message[0]) + message.Substring(1) + char.ToUpperInvariant(_noun[0]) + _noun.Substring(1) : _noun;
        var local = name;
        for (var i = 2; _locals.ContainsValue(local); i++)
            local = name + i;
        return local;
    }

    private static bool IsPlain(string name) => char.IsLetter(name[0]) && name.All(c => c < 128 && char.IsLetterOrDigit(c));
}
