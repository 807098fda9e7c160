using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>One edit between two runs, and what each step makes of it.</summary>
public sealed class StepReasonTests
{
    private const string Chat =
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

    private const string Other =
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

    [Theory]
    [InlineData("=> message;", "=> message + message;")]
    [InlineData("public string Name { get; set; } = \"\";", "private int _unused = 3;")]
    [InlineData("public sealed partial class", "/// <summary>A comment.</summary>\npublic partial class")]
    public void Edits_that_say_nothing_new_leave_all_outputs_alone(string before, string after)
    {
        var second = RunTwice(before, after);

        Assert.All(GeneratorTest.ReasonsOf(second, TrackingNames.Parse), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(GeneratorTest.ReasonsOf(second, TrackingNames.Files), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(GeneratorTest.OutputReasonsOf(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("string message", "string? message, CancellationToken closed")]
    [InlineData("public string Say", "public ValueTask Say")]
    [InlineData("public string Say", "public void Say")]
    [InlineData("[SockJSEndpoint", "[Serializable, Microsoft.AspNetCore.Authorization.Authorize, SockJSEndpoint")]
    public void A_new_signature_or_attribute_changes_the_file_of_its_class_alone(string before, string after)
    {
        var second = RunTwice(before, after);

        AssertReasons(second, TrackingNames.Parse, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged);
        AssertReasons(second, TrackingNames.Files, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached);
        AssertReasons(second, TrackingNames.Registrations, IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("\"/chat\"", "\"/talk\"")]
    [InlineData("class Chat", "class Talk")]
    public void A_new_prefix_or_name_changes_the_mapping_too(string before, string after)
    {
        var second = RunTwice(before, after);

        AssertReasons(second, TrackingNames.Files, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached);
        AssertReasons(second, TrackingNames.Registrations, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void An_edit_of_a_base_class_reaches_the_derived_endpoint()
    {
        const string Base = "public abstract class Base;";
        var first = TestCompilation.Create(Chat.Replace("partial class Chat", "partial class Chat : Base", StringComparison.Ordinal), Base);
        var edited = Replace(first, 1, "[Microsoft.AspNetCore.Authorization.Authorize] " + Base);

        var second = GeneratorTest.RunTwice(first, edited);

        AssertReasons(second, TrackingNames.Parse, IncrementalStepRunReason.Modified);
        Assert.Contains("AuthorizeAttribute()", GeneratorTest.FilesOf(second)["Chat.SockJSEndpoint.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_breaks_loses_its_file_and_stays_out_of_the_mapping()
    {
        var second = RunTwice("partial ", "");

        Assert.Equal(["MapSockJSEndpoints.g.cs", "Other.SockJSEndpoint.g.cs"], GeneratorTest.FilesOf(second).Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("global::Chat", GeneratorTest.FilesOf(second)["MapSockJSEndpoints.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorDriver RunTwice(string before, string after)
    {
        Assert.Contains(before, Chat, StringComparison.Ordinal);
        var first = TestCompilation.Create(Chat, Other);
        return GeneratorTest.RunTwice(first, Replace(first, 0, Chat.Replace(before, after, StringComparison.Ordinal)));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, string text)
    {
        var tree = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath));
    }

    private static void AssertReasons(GeneratorDriver driver, string step, params IncrementalStepRunReason[] expected)
        => Assert.Equal(expected, GeneratorTest.ReasonsOf(driver, step));
}
