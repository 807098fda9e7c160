using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Parsing;

/// <summary>
/// Finds the types that a JSON context has metadata of: those it lists, and those that their parts need. Where the JSON generator makes fine
/// distinctions the graph goes on: a type too many only keeps a warning back.
/// </summary>
/// <param name="context">The context, which metadata is made for only of what it can access.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class JsonTypeGraph(INamedTypeSymbol context, Compilation compilation)
{
    // A generic type whose members have ever longer types has no end.
    private const int MaxTypes = 10_000;
    private const int MaxDepth = 16;

    // Nullable annotations and the names of tuple elements make no other type.
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>The name under which <see cref="Find"/> returns a type, and by which source can refer to it.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(s_format);

    public HashSet<string> Find(CancellationToken cancellationToken)
    {
        // Each context knows object, without being asked.
        var names = new HashSet<string> { NameOf(compilation.ObjectType) };
        var waiting = new Queue<ITypeSymbol>(JsonContexts.ListedTypes(context));
        while (waiting.Count > 0 && names.Count < MaxTypes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = waiting.Dequeue();
            if (!IsNestedIn(type, MaxDepth) || !names.Add(NameOf(type)))
                continue;

            foreach (var part in PartsOf(type))
                waiting.Enqueue(part);
        }

        return names;
    }

    private IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type)
    {
        var derived = type.GetAttributes()
            .Where(attribute => attribute.AttributeClass.IsNamed(KnownNames.JsonDerivedType))
            .Select(attribute => attribute.ConstructorArgument(0))
            .OfType<ITypeSymbol>();
        return JsonTypes.HasConverter(type) ? derived : derived.Concat(ContentOf(type));
    }

    private IEnumerable<ITypeSymbol> ContentOf(ITypeSymbol type)
    {
        if (JsonLeafTypes.IsLeaf(type))
            return [];
        if (type is IArrayTypeSymbol array)
            return array.Rank == 1 ? [array.ElementType] : [];

        var named = (INamedTypeSymbol)type;
        if (IsWrapper(named))
            return named.TypeArguments;
        if (ItemsOf(named) is { } items)
            return items.All(CanAccess) ? items : [];
        return JsonMembers.ConstructorParameters(named).Concat(JsonMembers.Find(named).Where(CanAccess));
    }

    private bool CanAccess(ITypeSymbol type) => compilation.IsSymbolAccessibleWithin(type, context);

    private static bool IsWrapper(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || type.IsNamed(KnownNames.Memory)
            || type.IsNamed(KnownNames.ReadOnlyMemory);

    // What a collection holds, where it says; null for any other type.
    private static List<ITypeSymbol>? ItemsOf(INamedTypeSymbol type)
    {
        var all = type.AllInterfaces.Insert(0, type);
        string[] kinds = [KnownNames.AsyncEnumerable, KnownNames.Dictionary, KnownNames.ReadOnlyDictionary, KnownNames.Enumerable];
        foreach (var kind in kinds)
        {
            var items = all.Where(part => part.IsNamed(kind)).SelectMany(part => part.TypeArguments).ToList();
            if (items.Count > 0)
                return items;
        }

        return all.Any(part => part.SpecialType == SpecialType.System_Collections_IEnumerable) ? [] : null;
    }

    private static bool IsNestedIn(ITypeSymbol type, int levels) => levels > 0 && type switch
    {
        IArrayTypeSymbol array => IsNestedIn(array.ElementType, levels - 1),
        INamedTypeSymbol named => named.TypeArguments.All(argument => IsNestedIn(argument, levels - 1)),
        _ => true,
    };
}
