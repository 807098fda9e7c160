using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class AttributeNotCopiedTests
{
    [Fact]
    public async Task Attributes_that_cannot_be_named_elsewhere_are_reported()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            file sealed class LocalAttribute : Attribute;
            file sealed class Local;
            public sealed class OfAttribute(Type type) : Attribute { public Type Type => type; }

            [{|SOCKJS009:Local|}, {|SOCKJS009:Of(typeof(List<Local[]>))|}]
            [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }
            """);

        Assert.Equal(
            "The attribute 'LocalAttribute' has no effect on the endpoint 'A': it, or a type that it names, cannot be used in generated code",
            messages[0]);
    }

    [Fact]
    public async Task Attributes_that_can_be_created_again_and_noise_are_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            public sealed class OfAttribute(Type type) : Attribute { public Type Type => type; }

            public partial class Outer
            {
                private sealed class Hidden;
                private sealed class HiddenAttribute : Attribute;

                [Of(typeof(Hidden)), Hidden, Obsolete, System.Diagnostics.DebuggerDisplay("a")]
                [SockJSEndpoint("/a")] internal partial class A { [OnMessage] void M() { } }
            }
            """);

    [Fact]
    public async Task A_pragma_suppresses_it()
        => await AnalyzerTest.VerifyAsync(
            """
            file sealed class LocalAttribute : Attribute;
            #pragma warning disable SOCKJS009
            [Local, SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }
            """);
}
