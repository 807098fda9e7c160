using Microsoft.CodeAnalysis;
using SockJS.DocSnippets.Markdown;

namespace SockJS.DocSnippets.Snippets;

/// <summary>
/// The C# blocks of a page, in their order. What a block has to be is what a reader expects: a program; or types; or a part of a program,
/// which may use <c>builder</c>, <c>app</c>, <c>connection</c>, <c>socket</c>, <c>MapSockJSEndpoints</c> and <c>MapSocketIO</c>, and in a test <c>factory</c>, <c>client</c> and <c>clock</c>. Each sees the types of the blocks above it. A block that shows how not
/// to do it is marked <c>wrong</c>, one with what the generator writes <c>generated</c> and the name of the file; neither is compiled.
/// </summary>
internal static class PageSnippets
{
    // What the project file of a web application imports of itself, and the packages for it.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using SockJS;
        global using SockJS.SocketIO;
        """;

    // Members of a class that is imported everywhere: whatever the block declares itself goes before them. The endpoint makes the generator
    // write MapSockJSEndpoints, the namespace MapSocketIO.
    private const string Members = """
        global using Microsoft.AspNetCore.Mvc.Testing;
        global using SockJS.Testing;
        global using Xunit;
        global using static Surroundings;

        internal static class Surroundings
        {
            public static WebApplicationBuilder builder = WebApplication.CreateBuilder();
            public static WebApplication app = builder.Build();
            public static SockJSConnection connection = null!;
            public static SocketIOSocket socket = null!;
            public static WebApplicationFactory<SomeEndpoint> factory = null!;
            public static SockJSTestClient client = null!;
            public static ManualTimeProvider clock = null!;
        }

        [SockJSEndpoint("/surroundings")]
        public sealed partial class SomeEndpoint
        {
            [OnMessage] public void OnMessage(string message) { }
        }

        [SocketIONamespace("/surroundings")]
        public sealed partial class SomeNamespace
        {
            [OnEvent("event")] public void OnEvent(string text) { }
        }
        """;

    /// <summary>Gets what a part of a program finds around it.</summary>
    public static IReadOnlyList<SyntaxTree> Surroundings { get; } = [Snippet.Parse(ImplicitUsings, "ImplicitUsings"), Snippet.Parse(Members, "Surroundings")];

    public static bool IsCompiled(CodeBlock block) => block is { Language: "csharp", Marker: "" };

    /// <summary>Returns what the compiler finds wrong with the blocks of a page.</summary>
    public static async Task<IReadOnlyList<string>> CompileAsync(MarkdownPage page)
    {
        var problems = new List<string>();
        var above = new List<Snippet>();
        foreach (var block in page.Blocks.Where(IsCompiled))
        {
            var snippet = new Snippet(page.Path, block);
            SyntaxTree[] trees = [snippet.Tree, .. TypesAbove(above, snippet), .. Surroundings.Take(snippet.IsProgram ? 1 : 2)];
            problems.AddRange(await SnippetCompiler.CompileAsync(trees, snippet.HasStatements));
            above.Add(snippet);
        }

        return problems;
    }

    private static List<SyntaxTree> TypesAbove(List<Snippet> above, Snippet snippet)
    {
        var shown = snippet.TypeNames.ToHashSet();
        var trees = new List<SyntaxTree>();
        foreach (var earlier in Enumerable.Reverse(above))
        {
            trees.Add(earlier.TypesExcept(shown));
            shown.UnionWith(earlier.TypeNames);
        }

        return trees;
    }
}
