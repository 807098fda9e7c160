using SockJS.Generators.Tests.Infrastructure;
using Xunit;
using static SockJS.Generators.Tests.Incrementality.TwoEndpoints;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>One edit between two runs, and what every step makes of it. The outputs are the files of both endpoints and, as the last, the mapping.</summary>
public sealed class StepReasonTests
{
    private const string NothingNew =
        """
        Parse: Unchanged, Unchanged
        Models: Cached, Cached
        AmbiguousFiles: Cached
        Files: Cached, Cached
        Registration: Cached, Cached
        Registrations: Cached
        Library: Unchanged
        Outputs: Cached, Cached, Cached
        """;

    private const string ItsFileAlone =
        """
        Parse: Modified, Unchanged
        Models: Modified, Cached
        AmbiguousFiles: Cached
        Files: Modified, Cached
        Registration: Unchanged, Cached
        Registrations: Cached
        Library: Unchanged
        Outputs: Modified, Cached, Cached
        """;

    [Theory]
    [InlineData("=> message;", "=> message + message;")]
    [InlineData("=> message;", "{ return message; }")]
    public void A_body_says_nothing_new(string before, string after) => StepReport.Verify(Edit(before, after), NothingNew);

    [Theory]
    [InlineData("public sealed partial class", "/// <summary>A comment.</summary>\npublic sealed partial class")]
    [InlineData("=> message;", "=> /* as it is */ message;")]
    [InlineData("[OnMessage]", "\n\n\n    [OnMessage] // Echo.")]
    public void A_comment_says_nothing_new(string before, string after) => StepReport.Verify(Edit(before, after), NothingNew);

    [Theory]
    [InlineData("public string Name { get; set; } = \"\";", "private int _unused = 3;")]
    [InlineData("public sealed partial class", "internal partial class")]
    [InlineData("public string Say", "private string Say")]
    public void Other_members_and_accessibility_say_nothing_new(string before, string after) => StepReport.Verify(Edit(before, after), NothingNew);

    [Theory]
    [InlineData("public int Number;", "public long Number;")]
    [InlineData("public class Plain", "public class Simple")]
    [InlineData(Plain, "")]
    public void Another_file_says_nothing_new(string before, string after) => StepReport.Verify(Edit(before, after, file: 2), NothingNew);

    [Theory]
    [InlineData("string message", "string? message, CancellationToken closed")]
    [InlineData("public string Say", "public ValueTask Say")]
    [InlineData("public string Say", "public void Say")]
    [InlineData("string Say", "string Tell")]
    [InlineData("[OnMessage]", "[OnClose] public void Leave() { }\n\n    [OnMessage]")]
    [InlineData("class Chat", "class Chat(IServiceProvider services)")]
    public void A_new_signature_changes_the_file_of_its_class_alone(string before, string after) => StepReport.Verify(Edit(before, after), ItsFileAlone);

    [Theory]
    [InlineData("[SockJSEndpoint", "[Serializable, Microsoft.AspNetCore.Authorization.Authorize, SockJSEndpoint")]
    [InlineData("[OnMessage]", "[OnMessage, Obsolete]")]
    public void A_new_attribute_changes_the_file_of_its_class_alone(string before, string after) => StepReport.Verify(Edit(before, after), ItsFileAlone);

    [Fact]
    public void An_edit_of_a_base_class_in_another_file_reaches_the_derived_endpoint()
    {
        const string Base = "public abstract class Base;";
        var first = TestCompilation.Create(Chat.Replace("partial class Chat", "partial class Chat : Base", StringComparison.Ordinal), Other, Base);

        var second = GeneratorTest.RunTwice(first, TestCompilation.Edit(first, 2, "[Microsoft.AspNetCore.Authorization.Authorize] " + Base));

        StepReport.Verify(second, ItsFileAlone);
        Assert.Contains("AuthorizeAttribute()", GeneratorTest.FilesOf(second)["Chat.SockJSEndpoint.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_of_the_pipeline_is_reported()
        => Assert.Equal(GeneratorTest.Steps, NothingNew.ReplaceLineEndings("\n").Split('\n').SkipLast(1).Select(line => line.Split(':')[0]));
}
