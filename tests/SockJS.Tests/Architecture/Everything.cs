using System.ComponentModel;
using System.Globalization;

namespace SockJS.Tests.Architecture;

/// <summary>Mentions a type of the base library in every way that the scan has to see.</summary>
[TypeConverter(typeof(Version))]
internal abstract class Everything<T> : EventArgs, IServiceProvider
    where T : IFormattable
{
    public List<Guid> Field = [];

    public event Action<Half>? Raised;

    public abstract object? GetService(Type serviceType);

    public abstract Uri Signature(ref Int128[] numbers);

    public void Body(object value)
    {
        Func<int> closure = () => Random.Shared.Next(Field.Count);
        TimeZoneInfo? local = null;
        try
        {
            Raised?.Invoke(default);
            Console.WriteLine(value is CultureInfo ? typeof(GC) : local ?? (object)closure);
        }
        catch (TimeoutException)
        {
        }
    }

    public static async Task StateMachineAsync()
    {
        await Task.Yield();
        Environment.Exit(0);
    }
}
