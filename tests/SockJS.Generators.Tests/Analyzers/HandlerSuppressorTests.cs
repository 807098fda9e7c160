using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SockJS.Generators.Analyzers;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class HandlerSuppressorTests
{
    [Theory]
    [InlineData("[OnMessage] string M(string text) => text;", true)]
    [InlineData("[OnOpen] void M() { }", true)]
    [InlineData("[OnClose] public void M(SockJSCloseReason reason) { }", true)]
    [InlineData("string M(string text) => text;", false)]
    [InlineData("[Obsolete] string M(string text) => text;", false)]
    public async Task Nobody_is_told_to_make_a_handler_static(string method, bool isHandler)
    {
        var compilation = TestCompilation.Create(TestCompilation.Usings + $$"""[SockJSEndpoint("/a")] public partial class A { {{method}} }""");

        var found = Assert.Single(
            await compilation.WithAnalyzers([new StaticAdvice(), new HandlerSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        Assert.Equal("CA1822", found.Id);
        Assert.Equal(isHandler, found.IsSuppressed);
    }

    // What the analyzer of the framework does with methods that use no field. No compiler loads it from here.
#pragma warning disable RS1036, RS1038, RS1041
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class StaticAdvice : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("CA1822", "Static", "Static", "Performance", DiagnosticSeverity.Info, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], ((MethodDeclarationSyntax)node.Node).Identifier.GetLocation())),
                SyntaxKind.MethodDeclaration);
        }
    }
}
