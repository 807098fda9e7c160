using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>A project of two endpoints and a class that is none, each in a file of its own. Edits are made in the first file unless another is named.</summary>
internal static class TwoEndpoints
{
    public const string Chat =
        TestCompilation.Usings
        + """
        [SockJSEndpoint("/chat")]
        public sealed partial class Chat
        {
            public string Name { get; set; } = "";

            [OnMessage]
            public string Say(string message) => message;
        }
        """;

    public const string Other =
        TestCompilation.Usings
        + """
        [SockJSEndpoint("/other")]
        public sealed partial class Other
        {
            [OnOpen]
            public void Open()
            {
            }
        }
        """;

    public const string Plain = "public class Plain { public int Number; }";

    /// <summary>Runs the generator before and after an edit.</summary>
    public static GeneratorDriver Edit(string before, string after, int file = 0)
    {
        var first = TestCompilation.Create(Chat, Other, Plain);
        var text = first.SyntaxTrees[file].ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return GeneratorTest.RunTwice(first, TestCompilation.Edit(first, file, text.Replace(before, after, StringComparison.Ordinal)));
    }
}
