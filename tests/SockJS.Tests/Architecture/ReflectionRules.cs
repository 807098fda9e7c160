using Mono.Cecil;

namespace SockJS.Tests.Architecture;

/// <summary>Which calls look types and members up at run time, or need code that a trimmed or precompiled program does not have.</summary>
internal static class ReflectionRules
{
    private static readonly Dictionary<string, string[]> s_lookups = new()
    {
        ["System.Type"] =
        [
            "GetType", "GetConstructor", "GetConstructors", "GetEvent", "GetEvents", "GetField", "GetFields", "GetInterface", "GetInterfaces",
            "GetMember", "GetMembers", "GetMethod", "GetMethods", "GetNestedType", "GetNestedTypes", "GetProperty", "GetProperties",
            "FindMembers", "InvokeMember", "MakeGenericType",
        ],
        ["System.Reflection.Assembly"] =
            ["GetType", "GetTypes", "GetExportedTypes", "get_DefinedTypes", "get_ExportedTypes", "CreateInstance", "Load", "LoadFrom"],
        ["System.Reflection.MethodInfo"] = ["MakeGenericMethod"],
        ["System.Reflection.MethodBase"] = ["Invoke"],
        ["System.Reflection.ConstructorInfo"] = ["Invoke"],
    };

    // With all their members.
    private static readonly string[] s_lookupTypes =
    [
        "System.Activator", "Microsoft.Extensions.DependencyInjection.ActivatorUtilities",
        "System.Reflection.RuntimeReflectionExtensions", "System.Reflection.CustomAttributeExtensions",
    ];

    private static readonly string[] s_warnings = ["RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute"];

    /// <summary>Finds every call in the assembly of a type that it has to do without.</summary>
    /// <exception cref="InvalidOperationException">There is no call at all.</exception>
    public static string[] FindBreaches(Type type)
    {
        using var library = FrameworkResolver.Read(type);
        // Measuring the coverage adds a type to the library, which is none of ours.
        var calls = library.Types.Where(static type => !type.Namespace.StartsWith("Coverlet.", StringComparison.Ordinal)).SelectMany(Calls.Of).ToArray();
        if (calls.Length == 0)
            throw new InvalidOperationException($"{library.Name} has no code.");
        return
        [
            .. calls.Select(static call => (call, Breach: FindBreach(call.Called)))
                .Where(static one => one.Breach is not null)
                .Select(static one => $"{one.call.Caller} calls {one.call.Called.FullName}: {one.Breach}.")
                .Distinct(),
        ];
    }

    /// <summary>Says why a method must not be called; <see langword="null"/> where it may be.</summary>
    public static string? FindBreach(MethodReference called)
    {
        // The accessors of arrays are made by the runtime.
        if (called.DeclaringType is ArrayType)
            return null;
        var type = called.DeclaringType.GetElementType().FullName;
        if (s_lookupTypes.Contains(type) || (s_lookups.TryGetValue(type, out var names) && names.Contains(called.Name)))
            return "reflects";
        // What cannot be found cannot be found innocent.
        if (called.Resolve() is not { } method)
            return "cannot be resolved";
        return s_warnings.FirstOrDefault(warning => Carries(method, warning) || Outwards(method.DeclaringType).Any(outer => Carries(outer, warning)));
    }

    private static bool Carries(Mono.Cecil.ICustomAttributeProvider member, string attribute)
        => member.HasCustomAttributes && member.CustomAttributes.Any(one => one.AttributeType.Name == attribute);

    private static IEnumerable<TypeDefinition> Outwards(TypeDefinition type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
            yield return outer;
    }
}
