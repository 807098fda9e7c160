using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class NoHandlersTests
{
    private const string Silent = """[SockJSEndpoint("/a")] public partial class {|SOCKJS102:A|} { [OnClose] void C() { } public void M() { } }""";

    [Fact]
    public async Task An_endpoint_that_does_nothing_is_reported()
        => Assert.Equal(
            "The endpoint 'A' has neither an [OnMessage] nor an [OnOpen] method, so it accepts connections and ignores them",
            Assert.Single(await AnalyzerTest.VerifyAsync(Silent)));

    [Theory]
    [InlineData("[OnMessage] void M(string m) { }")]
    [InlineData("[OnOpen] void O() { }")]
    public async Task One_handler_is_enough(string method)
        => await AnalyzerTest.VerifyAsync($$"""[SockJSEndpoint("/a")] public partial class A { {{method}} }""");

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            """
            #pragma warning disable SOCKJS102
            [SockJSEndpoint("/a")] public partial class A;
            """);

    [Fact]
    public async Task A_setting_switches_it_off()
    {
        var source = Markup.Parse(TestCompilation.Usings + Silent) with { Expected = [] };
        var compilation = TestCompilation.Create(source.Source);

        await AnalyzerTest.VerifyAsync(compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Settings("SOCKJS102", ReportDiagnostic.Suppress))), [source]);
    }

    /// <summary>What the compiler reads from <c>dotnet_diagnostic.ID.severity</c> in an .editorconfig.</summary>
    private sealed class Settings(string id, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = severity;
            return diagnosticId == id;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = ReportDiagnostic.Default;
            return false;
        }
    }
}
