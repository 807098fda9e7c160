using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Walks all that an object refers to, in search of what keeps a compilation alive.</summary>
internal static class ObjectGraph
{
    private static readonly Type[] s_roots =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel),
        typeof(Location), typeof(AttributeData), typeof(Diagnostic), typeof(Delegate),
    ];

    /// <summary>Returns the path to such an object, or <see langword="null"/>.</summary>
    public static string? FindRoot(object? start) => Find(start, start?.GetType().Name ?? "", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Enum || value.GetType().IsPrimitive)
            return null;
        if (s_roots.FirstOrDefault(root => root.IsInstanceOfType(value)) is { } found)
            return $"{path} is a {found.Name}";
        if (!value.GetType().IsValueType && !seen.Add(value))
            return null;
        if (value is Array items)
            return FindInItems(items, path, seen);

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), $"{path}.{field.Name}", seen) is { } root)
                    return root;
            }
        }

        return null;
    }

    private static string? FindInItems(IEnumerable items, string path, HashSet<object> seen)
    {
        var i = 0;
        foreach (var item in items)
        {
            if (Find(item, $"{path}[{i++}]", seen) is { } root)
                return root;
        }

        return null;
    }
}
