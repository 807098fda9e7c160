using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>An <c>.editorconfig</c> in the folder of all files, read as the compiler reads it.</summary>
internal sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet _files = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/app/.editorconfig")));

    /// <summary>Sets the severity of one rule.</summary>
    public static EditorConfig Severity(string id, string severity) => new($"[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n");

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        => _files.GetOptionsForSourcePath($"/app/{tree.FilePath}").TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        => _files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
