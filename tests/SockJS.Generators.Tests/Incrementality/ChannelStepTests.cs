using Microsoft.CodeAnalysis;
using SockJS.Generators.Tests.Infrastructure;
using Xunit;

namespace SockJS.Generators.Tests.Incrementality;

/// <summary>What every step makes of an edit to a channel, beside an endpoint. The last output is the mapping.</summary>
public sealed class ChannelStepTests
{
    private const string Ann =
        TestCompilation.Usings
        + """
        [SockJSChannel("ann")]
        public sealed partial class Ann
        {
            [OnMessage]
            public string Say(string message) => message;
        }
        """;

    [Fact]
    public void The_body_of_a_method_changes_nothing()
        => StepReport.Verify(
            Edit("=> message;", "=> message + message;"),
            """
            Parse: Unchanged, Unchanged
            Models: Cached, Cached
            AmbiguousFiles: Cached
            Files: Cached, Cached
            Registration: Cached, Cached
            Registrations: Cached
            Library: Unchanged
            Outputs: Cached, Cached, Cached
            """);

    [Fact]
    public void A_handler_changes_the_file_of_its_channel_alone()
        => StepReport.Verify(
            Edit("string message)", "string message, SockJSConnection connection)"),
            """
            Parse: Unchanged, Modified
            Models: Cached, Modified
            AmbiguousFiles: Cached
            Files: Cached, Modified
            Registration: Cached, Unchanged
            Registrations: Cached
            Library: Unchanged
            Outputs: Cached, Modified, Cached
            """);

    [Fact]
    public void An_endpoint_that_is_named_moves_the_channel_to_the_mapping()
    {
        var second = Edit("\"ann\")", "\"ann\", Endpoint = \"/multiplex\")");

        Assert.Equal(
            ["Ann.SockJSChannel.g.cs", "MapSockJSEndpoints.g.cs", "Other.SockJSEndpoint.g.cs"], GeneratorTest.FilesOf(second).Keys.Order(StringComparer.Ordinal));
        Assert.Contains("global::Ann", GeneratorTest.FilesOf(second)["MapSockJSEndpoints.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_breaks_loses_its_file_and_leaves_the_method_that_adds_it()
    {
        var second = Edit("partial ", "");

        Assert.Equal(["AddSockJSChannels.g.cs", "MapSockJSEndpoints.g.cs", "Other.SockJSEndpoint.g.cs"], GeneratorTest.FilesOf(second).Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("global::Ann", GeneratorTest.FilesOf(second)["AddSockJSChannels.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[SockJSChannel(")]
    [InlineData("[SockJSChannel(1)]")]
    [InlineData("[SockJSChannel()]")]
    [InlineData("[SockJSChannel(\"ann\", Endpoint = )]")]
    [InlineData("[SockJSChannel(\"ann\", Endpoint = 1)]")]
    [InlineData("[SockJSChannel(\"ann\", \"/multiplex\")]")]
    [InlineData("[SockJSChannel(\"ann\"), SockJSChannel(\"bob\")]")]
    public void A_half_typed_attribute_is_taken_in_stride(string attribute)
        => Edit("[SockJSChannel(\"ann\")]", attribute);

    private static GeneratorDriver Edit(string before, string after)
    {
        var first = TestCompilation.Create(TwoEndpoints.Other, Ann);
        Assert.Contains(before, Ann, StringComparison.Ordinal);
        return GeneratorTest.RunTwice(first, TestCompilation.Edit(first, 1, Ann.Replace(before, after, StringComparison.Ordinal)));
    }
}
