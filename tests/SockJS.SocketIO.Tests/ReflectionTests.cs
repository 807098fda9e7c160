using SockJS.Tests.Architecture;

namespace SockJS.SocketIO.Tests;

/// <summary>Reads the compiled library: a warning of the compiler can be suppressed, a call cannot.</summary>
public sealed class ReflectionTests
{
    [Fact]
    public void The_library_reflects_upon_nothing_and_calls_nothing_that_trimming_or_precompiling_breaks()
    {
        var breaches = ReflectionRules.FindBreaches(typeof(SocketIOSocket));

        Assert.True(breaches.Length == 0, string.Join(Environment.NewLine, breaches));
    }
}
