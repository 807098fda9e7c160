using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>An edit of a namespace, and what it makes of an endpoint beside it. The outputs are their files and, as the last, both mappings.</summary>
public sealed class NamespaceStepTests
{
    private const string Endpoint = "[SockJS.SockJSEndpoint(\"/a\")] partial class A { [SockJS.OnMessage] void M() { } }";

    private const string Namespace =
        """
        using SockJS.SocketIO;

        [SocketIONamespace("/chat")]
        public sealed partial class Chat
        {
            [OnEvent("say")]
            public string Say(string text) => text;
        }
        """;

    [Theory]
    [InlineData("=> text;", "=> text + text;")]
    [InlineData("public sealed", "/// <summary>A comment.</summary>\npublic sealed")]
    public void A_body_and_a_comment_change_nothing(string before, string after)
        => StepReport.Verify(Edit(before, after), Expect("Unchanged", "Cached", "Cached", "Cached", "Cached"));

    [Theory]
    [InlineData("string Say", "void Say")]
    [InlineData("(\"say\")", "(\"shout\")")]
    [InlineData("string text)", "string? text)")]
    public void A_signature_changes_the_file_of_its_namespace_alone(string before, string after)
    {
        var body = before == "string Say" ? "{ }" : "=> text!;";
        StepReport.Verify(Edit(before, after, body), Expect("Modified", "Modified", "Unchanged", "Cached", "Modified"));
    }

    private static string Expect(string parse, string model, string registration, string registrations, string file)
        => $"""
            Parse: Unchanged, {parse}
            Models: Cached, {model}
            AmbiguousFiles: Cached
            Files: Cached, {model}
            Registration: Cached, {registration}
            Registrations: {registrations}
            Library: Unchanged
            Outputs: Cached, {file}, Cached
            """;

    private static Microsoft.CodeAnalysis.GeneratorDriver Edit(string before, string after, string body = "=> text;")
    {
        Assert.Contains(before, Namespace, StringComparison.Ordinal);
        var first = TestCompilation.Create(Endpoint, Namespace);
        var edited = Namespace.Replace(before, after, StringComparison.Ordinal);
        if (before != "=> text;")
            edited = edited.Replace("=> text;", body, StringComparison.Ordinal);
        return GeneratorTest.RunTwice(first, TestCompilation.Edit(first, 1, edited));
    }
}
