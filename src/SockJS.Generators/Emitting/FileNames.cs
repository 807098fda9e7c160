using System;
using System.Collections.Immutable;
using System.Linq;
using SockJS.Generators.Helpers;
using SockJS.Generators.Model;

namespace SockJS.Generators.Emitting;

/// <summary>Names the files of annotated classes. The compiler refuses two names that differ in case only, and then drops all output.</summary>
internal static class FileNames
{
    /// <summary>The names that equal another one but for case, in ordinal order.</summary>
    public static EquatableArray<string> FindAmbiguous(ImmutableArray<string> names)
        => names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    public static string HintName(ClassModel model, EquatableArray<string> ambiguous)
    {
        var name = model.Target.FileName;
        var kind = model switch
        {
            EndpointModel { IsChannel: true } => "SockJSChannel",
            EndpointModel => "SockJSEndpoint",
            _ => "SocketIONamespace",
        };
        for (var i = 0; i < ambiguous.Count; i++)
        {
            if (ambiguous[i].Equals(name, StringComparison.Ordinal))
                return $"{name}.{kind}.{i}.g.cs";
        }

        return $"{name}.{kind}.g.cs";
    }
}
