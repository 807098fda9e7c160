using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class DuplicateNamespaceTests
{
    [Theory]
    [InlineData("/chat", "/chat")]
    [InlineData("/org-{id}", "/org-{name}")]
    public async Task The_second_namespace_of_a_name_is_reported(string first, string second)
    {
        var messages = await AnalyzerTest.VerifyAsync(
            $$"""
            [SocketIONamespace("{{first}}")] public partial class A;
            [SocketIONamespace({|SOCKJS302:"{{second}}"|})] public partial class B;
            """);

        Assert.Equal($"The namespace '{second}' of 'B' is also that of 'A'", Assert.Single(messages));
    }

    [Fact]
    public async Task Letter_case_and_patterns_make_other_names()
        => await AnalyzerTest.VerifyAsync(
            """
            [SocketIONamespace("/chat")] public partial class A;
            [SocketIONamespace("/Chat")] public partial class B;
            [SocketIONamespace("/{chat}")] public partial class C;
            """);
}
