using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Compile;

/// <summary>The generated method has the name of the one that takes namespaces, and both take a lambda.</summary>
public sealed class MapSocketIOTests
{
    [Theory]
    [InlineData("app.MapSocketIO(\"/io\").WithDisplayName(\"io\");")]
    [InlineData("app.MapSocketIO(\"/io\", o => o.AckTimeout = TimeSpan.FromSeconds(1));")]
    [InlineData("app.MapSocketIO(\"/io\", o => { o.AllowedOrigins.Add(\"https://a.example\"); o.MaxPayload = 5; }).WithDisplayName(\"io\");")]
    [InlineData("app.MapSocketIO(\"/io\", _ => { });")]
    [InlineData("app.MapSocketIO(\"/io\", configure: o => { });")]
    [InlineData("app.MapSocketIO(\"/io\", namespaces: io => { });")]
    [InlineData("app.MapSocketIO(\"/io\", (SocketIOOptions o) => { });")]
    [InlineData("app.MapSocketIO(\"/io\", SetUp); static void SetUp(SocketIOOptions options) { }")]
    [InlineData("Action<SocketIOOptions>? setUp = null; app.MapSocketIO(\"/io\", setUp);")]
    [InlineData("app.MapSocketIO(\"/io\", io => io.MapNamespaces());")]
    [InlineData("app.MapSocketIO(\"/io\", io => { io.Use((socket, next) => next()).MapNamespaces(); });")]
    [InlineData("app.MapSocketIO(\"/io\", io => io.Namespace<Chat>(ns => ns.UseEvents((context, next) => next())));")]
    [InlineData("app.MapSocketIO(\"/io\", io => io.Namespace(\"/a\", ns => ns.On(\"b\", (socket, arguments, ack) => ack.SendAsync(arguments))));")]
    [InlineData("app.MapSocketIO(\"/io\", Map); static void Map(SocketIOBuilder io) => io.MapNamespaces();")]
    [InlineData("app.MapSocketIO(\"/io\", io => io.MapNamespaces(), o => o.MaxPayload = 5);")]
    public void Options_and_namespaces_are_told_apart(string call)
        => Assert.Empty(ProblemsOf(call));

    private static IEnumerable<Diagnostic> ProblemsOf(string call)
        => TestCompilation.ProblemsOf(GeneratorTest.Run(TestCompilation.Create(
            $$"""
            using System;
            using Microsoft.AspNetCore.Builder;
            using SockJS.SocketIO;
            using SockJS.SocketIO.Hosting;

            internal static class Program
            {
                internal static void SetUpEndpoint(WebApplication app)
                {
                    {{call}}
                }
            }

            [SocketIONamespace("/chat")]
            internal sealed partial class Chat
            {
                [OnEvent("say")] private void Say(string text) { }
            }
            """)));
}
