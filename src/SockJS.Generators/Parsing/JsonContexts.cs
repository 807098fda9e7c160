using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>The JSON contexts of a compilation, and what they have metadata of. Each is looked at when somebody asks.</summary>
internal sealed class JsonContexts(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _names = new(SymbolEqualityComparer.Default);
    private readonly Lazy<List<INamedTypeSymbol>> _declared = new(() => FindDeclared(compilation));

    /// <summary>Gets the contexts that the compilation declares, by name.</summary>
    public IReadOnlyList<INamedTypeSymbol> Declared => _declared.Value;

    public static bool IsContext(INamedTypeSymbol type) => !type.IsAbstract && type.IsOrDerivesFrom(KnownNames.JsonContext);

    /// <summary>The types in the [JsonSerializable] attributes of a context.</summary>
    public static IEnumerable<ITypeSymbol> ListedTypes(INamedTypeSymbol context)
        => context.GetAttributes()
            .Where(attribute => attribute.AttributeClass.IsNamed(KnownNames.JsonSerializable))
            .Select(attribute => attribute.ConstructorArgument(0))
            .OfType<ITypeSymbol>();

    public bool Knows(INamedTypeSymbol context, ITypeSymbol type, CancellationToken cancellationToken)
        => _names.GetOrAdd(context, key => new JsonTypeGraph(key, compilation).Find(cancellationToken)).Contains(JsonTypeGraph.NameOf(type));

    private static List<INamedTypeSymbol> FindDeclared(Compilation compilation)
    {
        var found = new List<INamedTypeSymbol>();
        var waiting = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (waiting.Count > 0)
        {
            foreach (var member in waiting.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                waiting.Push(member);
                if (member is INamedTypeSymbol type && IsContext(type))
                    found.Add(type);
            }
        }

        return [.. found.OrderBy(context => context.ToDisplayString(), StringComparer.Ordinal)];
    }
}
