using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using SockJS.SocketIO;
using Xunit;

namespace SockJS.Generators.Tests.Compile;

/// <summary>Most applications know nothing of Socket.IO, and should not notice that it exists.</summary>
public sealed class WithoutSocketIOTests
{
    [Fact]
    public async Task Nothing_is_emitted_or_reported_for_it()
    {
        var compilation = TestCompilation.Create(
            """
            using SockJS;

            [SockJSEndpoint("/a")] public partial class A { [OnMessage] public void Handle(string text) { } }
            """);
        compilation = compilation.WithReferences(compilation.References.Where(reference => reference.Display != typeof(SocketIOSocket).Assembly.Location));

        Assert.Empty(TestCompilation.ProblemsOf(GeneratorTest.Run(compilation)));
        Assert.Empty(await AnalyzerTest.AnalyzeAsync(compilation));
        Assert.Equal(["A.SockJSEndpoint.g.cs", "MapSockJSEndpoints.g.cs"], GeneratorTest.RunOnAnything(compilation).Keys.Order(StringComparer.Ordinal));
    }
}
