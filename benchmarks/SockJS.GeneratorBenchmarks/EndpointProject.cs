using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SockJS.GeneratorBenchmarks;

/// <summary>A project of so many endpoints, each in a file of its own, and one file that has nothing to do with them.</summary>
internal sealed class EndpointProject(int count)
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) == "SockJS.dll" || !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableArray<SyntaxTree> _files =
        [.. Enumerable.Range(0, count).Select(i => Parse(Endpoint(i), $"Endpoint{i}.cs")), Parse(Unrelated(0), "Unrelated.cs")];

    public static CSharpParseOptions ParseOptions => s_parseOptions;

    /// <summary>Gets the kinds of edits, each of which makes another text in every run.</summary>
    public IEnumerable<(string Name, Func<CSharpCompilation, int, CSharpCompilation> Make)> Edits =>
    [
        ("edit of an unrelated file", EditUnrelated),
        ("edit of a body", EditBody),
        ("edit of a signature", EditSignature),
        ("edit of a prefix", EditPrefix),
    ];

    // In the middle, so that what comes before and what comes after counts.
    private int Edited => count / 2;

    /// <summary>Makes a compilation in which no type has been looked at yet.</summary>
    public CSharpCompilation Compile()
        => CSharpCompilation.Create(
            "App", _files, s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private CSharpCompilation EditUnrelated(CSharpCompilation compilation, int run) => Replace(compilation, count, Unrelated(run));

    private CSharpCompilation EditBody(CSharpCompilation compilation, int run)
        => Replace(compilation, Edited, Endpoint(Edited).Replace("=> message;", $"=> message + {run};", StringComparison.Ordinal));

    public CSharpCompilation EditSignature(CSharpCompilation compilation, int run)
        => Replace(compilation, Edited, Endpoint(Edited).Replace("Say(", $"Say{run}(", StringComparison.Ordinal));

    private CSharpCompilation EditPrefix(CSharpCompilation compilation, int run)
        => Replace(compilation, Edited, Endpoint(Edited).Replace("(\"/", $"(\"/moved{run}/", StringComparison.Ordinal));

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
        => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Parse(text, compilation.SyntaxTrees[file].FilePath));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, s_parseOptions, path);

    private static string Unrelated(int run) => $"namespace App; internal static class Unrelated {{ public const int Run = {run.ToString(CultureInfo.InvariantCulture)}; }}";

    private static string Endpoint(int i)
        => $$"""
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            using SockJS;

            namespace App.Area{{i % 10}};

            /// <summary>A room.</summary>
            [Authorize("members")]
            [SockJSEndpoint("/area{{i % 10}}/room{{i}}")]
            public sealed partial class Room{{i}}(TimeProvider time, SockJSConnection connection)
            {
                private DateTimeOffset _since;

                [OnOpen]
                public string Enter()
                {
                    _since = time.GetUtcNow();
                    return $"Welcome to room {{i}}, {connection.Id}.";
                }

                [OnMessage]
                public string Say(string message, IServiceProvider services, CancellationToken closed) => message;

                [OnClose]
                public Task LeaveAsync(SockJSCloseReason reason) => Task.FromResult((reason, _since));
            }
            """;
}
