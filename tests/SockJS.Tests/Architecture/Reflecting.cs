using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Tests.Architecture;

/// <summary>Does everything that the library must do without, in every way that the scan has to see.</summary>
internal static class Reflecting
{
    public static object? TypeByName(string name) => Type.GetType(name);

    public static object? Method(Type type) => type.GetMethod("Open");

    public static object? Constructor(Type type) => type.GetConstructor([]);

    public static object? Property(Type type) => type.GetProperties();

    public static object? GenericType(Type type) => typeof(List<>).MakeGenericType(type);

    public static object? GenericMethod(MethodInfo method) => method.MakeGenericMethod(typeof(int));

    public static object? Invoked(MethodInfo method) => method.Invoke(null, null);

    public static object? Types(Assembly assembly) => assembly.GetTypes();

    public static object? Attribute(MemberInfo member) => member.GetCustomAttribute<ObsoleteAttribute>();

    public static object? Activated(Type type) => Activator.CreateInstance(type);

    public static object? New<T>()
        where T : new()
        => new T();

    public static object? FromServices(IServiceProvider services, Type type) => ActivatorUtilities.CreateInstance(services, type);

    public static Func<Type, object?> Delegate() => Activator.CreateInstance;

    public static Func<object?> Closure(Type type) => () => type.GetField("field");

    public static async Task<object?> StateMachineAsync(Type type)
    {
        await Task.Yield();
        return type.GetEvents();
    }

    public static string UnreferencedCode(object value) => JsonSerializer.Serialize(value);

    public static Array DynamicCode(Type type) => Enum.GetValues(type);

    public static object OfMarkedType() => new Marked();

    /// <summary>What is allowed: types are known, and nothing of them is looked up.</summary>
    public static string Innocent<T>(List<T> values)
        where T : IFormattable
    {
        var table = new int[2, 2];
        table[1, 1] = values.Count;
        return values.GetType().Name + typeof(T).FullName + typeof(T).Assembly.GetName().Name + string.Join(',', values.Select(static one => one.ToString()));
    }

    [RequiresUnreferencedCode("The mark is on the type.")]
    private sealed class Marked;
}
