using SockJS.Tests.Architecture;
using Xunit;

namespace SockJS.Tests;

/// <summary>Reads the compiled library: a warning of the compiler can be suppressed, a call cannot.</summary>
public sealed class ReflectionTests
{
    [Fact]
    public void The_library_reflects_upon_nothing_and_calls_nothing_that_trimming_or_precompiling_breaks()
    {
        var breaches = ReflectionRules.FindBreaches(typeof(SockJSConnection));

        Assert.True(breaches.Length == 0, string.Join(Environment.NewLine, breaches));
    }

    [Theory]
    [InlineData(nameof(Reflecting.TypeByName), "reflects")]
    [InlineData(nameof(Reflecting.Method), "reflects")]
    [InlineData(nameof(Reflecting.Constructor), "reflects")]
    [InlineData(nameof(Reflecting.Property), "reflects")]
    [InlineData(nameof(Reflecting.GenericType), "reflects")]
    [InlineData(nameof(Reflecting.GenericMethod), "reflects")]
    [InlineData(nameof(Reflecting.Invoked), "reflects")]
    [InlineData(nameof(Reflecting.Types), "reflects")]
    [InlineData(nameof(Reflecting.Attribute), "reflects")]
    [InlineData(nameof(Reflecting.Activated), "reflects")]
    [InlineData(nameof(Reflecting.New), "reflects")]
    [InlineData(nameof(Reflecting.FromServices), "reflects")]
    [InlineData(nameof(Reflecting.Delegate), "reflects")]
    [InlineData(nameof(Reflecting.Closure), "reflects")]
    [InlineData(nameof(Reflecting.StateMachineAsync), "reflects")]
    [InlineData(nameof(Reflecting.UnreferencedCode), "RequiresUnreferencedCodeAttribute")]
    [InlineData(nameof(Reflecting.DynamicCode), "RequiresDynamicCodeAttribute")]
    [InlineData(nameof(Reflecting.OfMarkedType), "RequiresUnreferencedCodeAttribute")]
    public void The_scan_sees_every_kind_of_reflection(string method, string breach) => Assert.Contains(breach, BreachesIn(method));

    [Fact]
    public void The_scan_sees_none_where_there_is_none() => Assert.Empty(BreachesIn(nameof(Reflecting.Innocent)));

    // Closures and state machines carry the name of the method that they are of.
    private static List<string> BreachesIn(string method)
    {
        using var tests = FrameworkResolver.Read(typeof(Reflecting));
        var calls = Calls.Of(tests.GetType(typeof(Reflecting).FullName))
            .Where(call => call.Caller.EndsWith($".{method}", StringComparison.Ordinal) || call.Caller.Contains($"<{method}>", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(calls);
        return [.. calls.Select(static call => ReflectionRules.FindBreach(call.Called)).OfType<string>()];
    }
}
