using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Tests.Support;

/// <summary>The settings of an object by their paths, such as <c>Cookie.Name</c>, so that tests find those that somebody has forgotten.</summary>
internal static class SettingValues
{
    // The settings for JSON are an object of their own, with tests of their own.
    private static readonly string[] s_objects = ["Cookie", "Recovery"];

    /// <summary>Lists the paths of all settings, in order.</summary>
    public static IReadOnlyList<string> PathsOf(Type type, string start = "")
        => [.. type.GetProperties()
            .Where(static property => property.Name != "Json")
            .SelectMany(property => s_objects.Contains(property.Name) ? PathsOf(property.PropertyType, $"{property.Name}.") : [start + property.Name])
            .Order(StringComparer.Ordinal)];

    public static object? Get(object options, string path)
        => path.Split('.').Aggregate((object?)options, static (value, name) => PropertyOf(value!, name).GetValue(value));

    /// <summary>Gives a setting another value than it has.</summary>
    public static void Change(object options, string path)
    {
        var (owner, name) = path.Split('.') is [var outer, var inner] ? (Get(options, outer)!, inner) : (options, path);
        var property = PropertyOf(owner, name);
        if (property.GetValue(owner) is IList list)
            list.Add("https://changed.example.com");
        else
            property.SetValue(owner, Changed(property.GetValue(owner), property.PropertyType));
    }

    private static PropertyInfo PropertyOf(object owner, string name) => owner.GetType().GetProperty(name)!;

    private static object Changed(object? value, Type type) => value switch
    {
        int number => number + 1,
        long number => number + 1,
        bool flag => !flag,
        TimeSpan span => span + TimeSpan.FromSeconds(1),
        Enum => Enum.ToObject(type, Convert.ToInt32(value, null) ^ 1),
        _ when type == typeof(int?) => 1,
        _ when type == typeof(string) => "/changed",
        _ when type == typeof(Action<EngineIOConnection, HttpContext>) => static (EngineIOConnection _, HttpContext context) => context.Abort(),
        _ when type == typeof(Func<EngineIOHandshake, ValueTask>) => static ValueTask (EngineIOHandshake _) => ValueTask.CompletedTask,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no rule yet for settings of this type."),
    };
}
