using SockJS.CodeFixes;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.CodeFixes;

public sealed class RepairNamespaceCodeFixTests
{
    private readonly CodeFixTest _fix = new(new RepairNamespaceCodeFix());

    [Theory]
    [InlineData("chat")]
    [InlineData("org-{id}")]
    public async Task A_slash_is_added(string name)
        => Assert.Equal($"Change the name to '/{name}'", await _fix.VerifyAsync(
            $$"""[SocketIONamespace("{{name}}" /* why */)] partial class A;""",
            $$"""[SocketIONamespace("/{{name}}" /* why */)] partial class A;"""));

    [Theory]
    [InlineData("\"a,b\"")]
    [InlineData("\"/{\"")]
    [InlineData("Names.Chat")]
    public async Task What_takes_thought_is_left_to_the_user(string name)
        => await _fix.VerifyNoFixAsync(
            $$"""
            static class Names { public const string Chat = "chat"; }
            [SocketIONamespace({{name}})] partial class A;
            """);

    [Fact]
    public async Task All_names_of_a_document_are_mended_at_once()
        => await _fix.VerifyFixAllAsync(
            """
            [SocketIONamespace("a")] partial class A;
            [SocketIONamespace("b")] partial class B;
            """,
            """
            [SocketIONamespace("/a")] partial class A;
            [SocketIONamespace("/b")] partial class B;
            """);
}
