using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Analyzers;

public sealed class RequiredMemberTests
{
    [Fact]
    public async Task Required_members_are_reported_where_they_stand()
    {
        var messages = await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")]
            public partial class A
            {
                public required string {|SOCKJS008:Name|} { get; init; }
                public required int {|SOCKJS008:Count|};
                [OnMessage] void M() { }
            }
            """);

        Assert.Equal("The required member 'Name' of the endpoint 'A' is set by nobody", messages[0]);
    }

    [Fact]
    public async Task Inherited_ones_are_reported_at_the_endpoint()
        => await AnalyzerTest.VerifyAsync(
            """
            public abstract class Base { public required string Name { get; init; } }
            [SockJSEndpoint("/a")] public partial class {|SOCKJS008:A|} : Base { [OnMessage] void M() { } }
            """);

    [Fact]
    public async Task A_constructor_that_sets_them_is_fine()
        => await AnalyzerTest.VerifyAsync(
            """
            [SockJSEndpoint("/a")]
            [method: System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            public partial class A(IDisposable service)
            {
                public required IDisposable Service { get; init; } = service;
                [OnMessage] void M() { }
            }
            """);
}
