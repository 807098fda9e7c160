using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.SocketIO;

namespace SockJS.Generators.Tests.Infrastructure;

/// <summary>Compilations as users have them: nullable, the shared framework, the runtime library, no implicit usings.</summary>
internal static class TestCompilation
{
    public const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using SockJS;
        using SockJS.SocketIO;


        """;

    private static readonly ImmutableArray<MetadataReference> s_references = FindReferences();

    public static ImmutableArray<MetadataReference> References => s_references;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Options { get; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions("CS1591", ReportDiagnostic.Suppress); // Comments are checked where they are, not missed elsewhere.

    public static CSharpCompilation Create(params string[] sources) => Create(ParseOptions, sources);

    public static CSharpCompilation Create(CSharpParseOptions parseOptions, params string[] sources)
        => CSharpCompilation.Create(
            "App",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parseOptions, path: $"File{i}.cs")),
            s_references,
            Options);

    /// <summary>Replaces the text of one file.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    /// <summary>What the compiler has to say, from warnings up.</summary>
    public static IEnumerable<Diagnostic> ProblemsOf(Compilation compilation)
        => JsonGenerator.Complete(compilation).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static CSharpCompilationOptions WithSpecificDiagnosticOptions(this CSharpCompilationOptions options, string id, ReportDiagnostic value)
        => options.WithSpecificDiagnosticOptions([KeyValuePair.Create(id, value)]);

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string[] frameworks = [Path.GetDirectoryName(typeof(object).Assembly.Location)!, Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!];
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => frameworks.Contains(Path.GetDirectoryName(path))).Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(SockJSConnection).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(SocketIOSocket).Assembly.Location),
        ];
    }
}
