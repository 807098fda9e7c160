using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class DuplicateNameTests
{
    [Fact]
    public async Task Each_method_after_the_first_of_a_name_is_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")]
            public partial class A
            {
                private const string Name = "say";
                [OnMessage("say")] void First() { }
                [OnMessage({|SOCKJS109:Name|})] void Second() { }
                [OnMessage(name: {|SOCKJS109:"say"|}, Reply = "x")] int Third() => 1;
            }
            """);

        Assert.Equal("'Second' is for messages named 'say', as 'First' is", messages[0]);
    }

    [Fact]
    public async Task The_names_of_base_classes_count()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnMessage("say")] public void First() { } }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnMessage({|SOCKJS109:"say"|})] void Second() { } }
            """);

    [Fact]
    public async Task Names_that_differ_in_case_and_names_of_overrides_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { [OnMessage("say")] public virtual void Say() { } }
            [SockJSEndpoint("/a")] public partial class A : Base { [OnMessage("say")] public override void Say() { } [OnMessage("Say")] void Shout() { } }
            """);
}
